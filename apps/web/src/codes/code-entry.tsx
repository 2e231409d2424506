import { Button, TextField } from '@vidimus/ui';
import { useCallback, useEffect, useRef } from 'react';
import { Form, useNavigation } from 'react-router';
import { useTexts } from '../shell/texts.tsx';
import type { CodeAnswer } from './code-answer.ts';
import { useCodeFromMessage } from './use-code-from-message.ts';

/** Characters of a code on the wire; people type spaces between its digits. */
const LONGEST = 12;

/**
 * The field for the digits, with what was wrong with those before. A form of its own (`intent=enter`, `code`); telephones offer the
 * digits of a message that came. `triesLeft`: told once one was used. `children`: fields that the page's own action needs.
 */
export function CodeEntry(props: {
  readonly answer: CodeAnswer | undefined;
  readonly triesLeft: number;
  readonly children?: React.ReactNode;
}) {
  const { answer, triesLeft, children } = props;
  const t = useTexts('codes');
  const isBusy = useNavigation().state !== 'idle';
  const form = useRef<HTMLFormElement>(null);
  const take = useCallback((code: string) => {
    const field = form.current?.elements.namedItem('code');
    if (!(field instanceof HTMLInputElement)) return;
    field.value = code;
    form.current?.requestSubmit();
  }, []);
  useCodeFromMessage(triesLeft > 0, take);
  useEffect(() => {
    // What was wrong is typed anew; the field has the focus and says why.
    const field = form.current?.elements.namedItem('code');
    if (answer?.kind !== 'wrong' || !(field instanceof HTMLInputElement)) return;
    field.value = '';
    field.focus();
  }, [answer]);
  return (
    <Form method="post" ref={form} className="box flex flex-col gap-4 p-4" replace preventScrollReset>
      <input type="hidden" name="intent" value="enter" />
      {children}
      <TextField
        name="code"
        label={t('code_label')}
        hint={t('code_hint')}
        error={errorOf(answer, t)}
        autoComplete="one-time-code"
        inputMode="numeric"
        maxLength={LONGEST}
        required
        dir="ltr"
        spellCheck={false}
        autoCapitalize="off"
        className="max-w-48 font-mono text-2xl tracking-[0.25em]"
      />
      {answer?.kind !== 'wrong' && triesLeft > 0 && triesLeft < ALL_TRIES ? (
        <p className="text-sm">{t('tries_left', { count: triesLeft })}</p>
      ) : null}
      <Button busy={isBusy} className="self-start">
        {t('code_do')}
      </Button>
    </Form>
  );
}
/** Nobody is told of tries who has not used one; the reason of one that was wrong says it itself. */
const ALL_TRIES = 5;

function errorOf(answer: CodeAnswer | undefined, t: ReturnType<typeof useTexts<'codes'>>): string | undefined {
  if (answer?.kind === 'wrong') return answer.reasons[0]?.message ?? t('code_missing');
  if (answer?.kind === 'missing' && answer.field === 'code') return t('code_missing');
  return undefined;
}
