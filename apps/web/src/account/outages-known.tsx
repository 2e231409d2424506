import { Notice } from '@vidimus/ui';
import { useTexts } from '../shell/texts.tsx';
import type { OutagesShown } from './outages-view.server.ts';

/** Told before a code is asked for that may not come. */
export function OutagesKnown({ outages }: { readonly outages: OutagesShown | undefined }) {
  const t = useTexts('account');
  if (outages === undefined) return null;
  return (
    <Notice kind="care" title={t('outages_title')}>
      <ul className="flex flex-col">
        {outages.lines.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
      <p>{outages.advice}</p>
    </Notice>
  );
}
