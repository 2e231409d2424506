import type { ApplicantView } from '@vidimus/sdk';
import { Notice } from '@vidimus/ui';
import { useTexts } from '../shell/texts.tsx';

/** What later photographs show instead of what the first ones did. */
export type ShownOther = NonNullable<NonNullable<ApplicantView['attempts'][number]['look']>['shows_other']>;

/** Told before anything is handed in, so that a mistake can be mended; whoever means it goes on. */
export function OtherDocument({ shows }: { readonly shows: ShownOther }) {
  const t = useTexts('verify');
  return (
    <div role="status">
      <Notice kind="care" title={t(`other_${shows}_title`)}>
        <p>{t(`other_${shows}_text`)}</p>
      </Notice>
    </div>
  );
}
