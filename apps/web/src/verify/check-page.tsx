import { Button, Disclosure, Notice } from '@vidimus/ui';
import {
  type ActionFunctionArgs,
  Form,
  type LoaderFunctionArgs,
  redirect,
  useActionData,
  useNavigation,
} from 'react-router';
import { useTexts } from '../shell/texts.tsx';
import { useKeptAnswer } from '../shell/use-kept-answer.ts';
import { handIn, sayClaim, withdraw } from './answer-check.server.ts';
import { checkView } from './check-view.server.ts';
import { FieldAsRead } from './field-as-read.tsx';
import { useFollowAlong } from './follow-along.ts';
import { withLink } from './opened-link.server.ts';
import { OtherDocument } from './other-document.tsx';
import { SpellingChoice } from './spelling-choice.tsx';
import { useStepData } from './step-data.ts';
import { StepPage } from './step-page.tsx';
import { takeStep, textIn } from './taking-steps.server.ts';

export const loader = withLink(async (opened, _args: LoaderFunctionArgs) => {
  const check = checkView(opened);
  if (typeof check === 'string') throw redirect(`/verify/${opened.token}/${check}`);
  return check;
});

export const action = withLink(async (opened, { request }: ActionFunctionArgs) => {
  const form = await request.formData();
  const base = `/verify/${opened.token}`;
  return takeStep(base, async () => {
    if (textIn(form, 'intent') === 'hand_in') {
      await handIn(opened);
      throw redirect(`${base}/outcome`);
    }
    if (textIn(form, 'intent') === 'withdraw') {
      await withdraw(opened);
      throw redirect(`${base}/outcome`);
    }
    const refused = await sayClaim(opened, form);
    if (refused !== undefined) return refused;
    throw redirect(`${base}/check`);
  });
});

/** `Is this right?` What was read, and what the person says beside it; nothing that was read is overwritten. */
export default function CheckPage() {
  const {
    progress,
    operator,
    fields,
    spellings,
    claimedSpelling,
    mayCorrect,
    mayWithdraw,
    isReading,
    countries,
    showsOther,
  } = useStepData<typeof loader>();
  const answer = useKeptAnswer(useActionData<typeof action>());
  const isBusy = useNavigation().state !== 'idle';
  const t = useTexts('verify');
  useFollowAlong(isReading);
  const problem = answer && 'problem' in answer ? answer.problem : undefined;
  const unclear = answer && 'unclear' in answer ? answer.unclear : undefined;
  return (
    <StepPage title={t('check_title')} lead={t('check_lead')} progress={progress} problem={problem}>
      {showsOther === null ? null : <OtherDocument shows={showsOther} />}
      {fields.length === 0 ? (
        <Notice kind="plain" title={t('check_nothing_title')}>
          <p>{t('check_nothing_text')}</p>
        </Notice>
      ) : (
        <dl className="box flex flex-col divide-y divide-line">
          {fields.map((field) => (
            <FieldAsRead
              key={`${field.name} ${field.said ?? ''}`}
              field={field}
              mayCorrect={mayCorrect}
              countries={countries}
              isUnclear={unclear === field.name}
              isBusy={isBusy}
            />
          ))}
        </dl>
      )}
      {spellings.length > 1 && mayCorrect ? (
        <SpellingChoice spellings={spellings} claimed={claimedSpelling} isBusy={isBusy} />
      ) : null}
      <Form method="post" className="flex flex-col gap-3">
        <p>{t('hand_in_text', { operator })}</p>
        <Button name="intent" value="hand_in" busy={isBusy} className="self-start">
          {t('hand_in')}
        </Button>
      </Form>
      {mayWithdraw ? (
        <Disclosure summary={t('withdraw_summary')}>
          <Form method="post" className="flex flex-col gap-3">
            <p>{t('withdraw_text')}</p>
            <Button name="intent" value="withdraw" kind="quiet" busy={isBusy} className="self-start">
              {t('consent_refuse')}
            </Button>
          </Form>
        </Disclosure>
      ) : null}
    </StepPage>
  );
}
