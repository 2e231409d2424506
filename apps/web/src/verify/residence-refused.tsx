import { Button, Notice } from '@vidimus/ui';
import { Form } from 'react-router';
import { useTexts } from '../shell/texts.tsx';
import type { ResidenceJudged } from './judge-residence.server.ts';

/** A country that is not served: why, that nothing was kept, what would change it, and how to hear of that. */
export function ResidenceRefused(props: {
  readonly refusal: ResidenceJudged;
  readonly operator: string;
  readonly isBusy: boolean;
}) {
  const { refusal, operator, isBusy } = props;
  const t = useTexts('verify');
  return (
    <div role="alert" className="flex flex-col gap-4">
      {refusal.refused.map(({ heading, message }) => (
        <Notice key={heading} kind="care" title={heading}>
          <p>{message}</p>
          <p>{t('residence_nothing_kept')}</p>
          <p>{t('residence_what_helps', { country: refusal.country, operator })}</p>
        </Notice>
      ))}
      <Form method="post" className="flex flex-col gap-2">
        <input type="hidden" name="residence" value={refusal.value} />
        <p>{t('residence_end_text')}</p>
        <Button name="intent" value="end" kind="quiet" busy={isBusy} className="self-start">
          {t('residence_end')}
        </Button>
      </Form>
    </div>
  );
}
