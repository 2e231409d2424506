import type { OwnCode } from '@vidimus/sdk';
import { Button, Disclosure, TextField } from '@vidimus/ui';
import { Form, useNavigation } from 'react-router';
import { useTexts } from '../shell/texts.tsx';
import { type CodeAnswer, refusalOf } from './code-answer.ts';

/** Characters on the wire. */
const LONGEST = 254;

/** A number or an address that was typed wrong is put right. A form of its own (`intent=correct`, `to`). */
export function ContactCorrection(props: {
  readonly code: Pick<OwnCode, 'corrections_left' | 'state' | 'kind'>;
  readonly answer: CodeAnswer | undefined;
}) {
  const { code, answer } = props;
  const { kind } = code;
  const t = useTexts('codes');
  const isBusy = useNavigation().state !== 'idle';
  // Nobody types the reference of an app.
  if (code.corrections_left === 0 || kind === 'push') return null;
  const refused = refusalOf(answer, 'correct');
  const isMissing = answer?.kind === 'missing' && answer.field === 'to';
  const error =
    refused === undefined ? (isMissing ? t('correct_missing') : undefined) : t(refused.problem, wordsOf(refused));
  return (
    <Disclosure summary={t(`correct_${kind}`)} open={error !== undefined || code.state === 'refused'}>
      <p>{t('correct_text')}</p>
      <Form method="post" className="flex flex-col gap-3" replace>
        <input type="hidden" name="intent" value="correct" />
        <TextField
          name="to"
          type={kind === 'phone' ? 'tel' : 'email'}
          label={t(`correct_label_${kind}`)}
          hint={kind === 'phone' ? t('correct_example_phone') : undefined}
          error={error}
          autoComplete={kind === 'phone' ? 'tel' : 'email'}
          maxLength={LONGEST}
          required
          dir="ltr"
        />
        <p className="text-sm text-ink-soft">{t('correct_left', { count: code.corrections_left })}</p>
        <Button kind="quiet" busy={isBusy} className="self-start">
          {t('correct_do')}
        </Button>
      </Form>
    </Disclosure>
  );
}

function wordsOf({ seconds }: { readonly seconds: number }) {
  return { seconds, minutes: Math.max(1, Math.ceil(seconds / 60)), operator: '' };
}
