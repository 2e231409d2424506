import type { OwnCode } from '@vidimus/sdk';
import { Notice } from '@vidimus/ui';
import { useTexts } from '../shell/texts.tsx';

/** Trouble that the operator knows of: told before anybody waits in vain. */
export function KnownOutages({ outages }: Pick<OwnCode, 'outages'>) {
  const t = useTexts('codes');
  return outages.map(({ channel }) => (
    <Notice key={channel} kind="care">
      <p>{t(`outage_${channel}`)}</p>
    </Notice>
  ));
}
