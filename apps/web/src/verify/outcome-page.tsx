import { Notice, OutcomePicture } from '@vidimus/ui';
import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect, useActionData, useParams } from 'react-router';
import { useTexts } from '../shell/texts.tsx';
import { useKeptAnswer } from '../shell/use-kept-answer.ts';
import { takeOutcomeStep } from './answer-outcome.server.ts';
import { AppealForm } from './appeal-form.tsx';
import { Findings } from './findings-shown.tsx';
import { useFollowAlong } from './follow-along.ts';
import { NoticeForm } from './notice-form.tsx';
import { withLink } from './opened-link.server.ts';
import { OutcomeSteps } from './outcome-steps.tsx';
import { outcomeView } from './outcome-view.server.ts';
import { ReloadWithoutScript } from './reload-without-script.tsx';
import { useStepData } from './step-data.ts';
import { StepPage } from './step-page.tsx';
import { takeStep } from './taking-steps.server.ts';
import { WaitingMark } from './waiting-mark.tsx';

export const loader = withLink(async (opened, { request }: LoaderFunctionArgs) => {
  const outcome = outcomeView(opened, new URL(request.url).searchParams.has('expired'));
  if (typeof outcome === 'string') throw redirect(`/verify/${opened.token}/${outcome}`);
  return outcome;
});

/** Goes on after the link ran out, keeps a link to the receipt, or appeals. */
export const action = withLink(async (opened, { request }: ActionFunctionArgs) => {
  const form = await request.formData();
  return takeStep(`/verify/${opened.token}`, () => takeOutcomeStep(opened, form));
});

/** How long a page that a person is awaited on waits between two questions, at most. */
const SLOW_MS = 30_000;
const QUICK_MS = 3000;

/** What came of it, all of it, and what happens next. */
export default function OutcomePage() {
  const outcome = useStepData<typeof loader>();
  const { state, operator, findings, pictures, by, lastDay, askedAgain, isPage } = outcome;
  const { token = '' } = useParams();
  const answer = useKeptAnswer(useActionData<typeof action>());
  const t = useTexts('verify');
  const isQuick = state === 'processing';
  useFollowAlong(isQuick || state === 'delayed' || state === 'in_review', isQuick ? QUICK_MS : SLOW_MS);
  const values = { operator, by: by ?? '', day: lastDay ?? '', count: findings.length };
  const problem = answer && 'problem' in answer ? answer.problem : undefined;
  return (
    <StepPage title={t(`outcome_${state}_title`, values)} problem={problem}>
      {state === 'cancelled' || findings.length > 0 ? null : (
        <OutcomePicture outcome={PICTURES[state]} className="w-full max-w-48 self-center" />
      )}
      <div role="status">
        <Notice kind={KINDS[state]}>
          <WaitingMark isShown={state === 'processing'} />
          <p>{t(`outcome_${state}_text`, values)}</p>
          {by === null ? null : <p>{t(state === 'in_review' ? 'outcome_by_person' : 'outcome_by', values)}</p>}
        </Notice>
      </div>
      {state === 'processing' ? <ReloadWithoutScript /> : null}
      {findings.length === 0 ? null : (
        <section className="flex flex-col gap-4" aria-labelledby="why">
          <h2 id="why" className="text-lg font-semibold">
            {t(state === 'action_required' ? 'outcome_why_and_what' : 'outcome_why')}
          </h2>
          <Findings findings={findings} pictures={pictures} />
        </section>
      )}
      {askedAgain.length === 0 ? null : (
        <section className="flex flex-col gap-2" aria-labelledby="again">
          <h2 id="again" className="text-lg font-semibold">
            {t('outcome_again')}
          </h2>
          <ul className="list-disc ps-5">
            {askedAgain.map((step) => (
              <li key={step}>{t(step === 'document_front' && isPage ? 'again_document_page' : `again_${step}`)}</li>
            ))}
          </ul>
          <p>{t('outcome_again_only')}</p>
        </section>
      )}
      {state === 'declined' && findings.some(({ code }) => code === 'residence_country_not_supported') ? (
        <NoticeForm operator={operator} />
      ) : null}
      {state === 'declined' && lastDay !== null ? <AppealForm lastDay={lastDay} /> : null}
      <OutcomeSteps outcome={outcome} token={token} />
    </StepPage>
  );
}

const KINDS = {
  approved: 'good',
  action_required: 'care',
  in_review: 'plain',
  processing: 'plain',
  delayed: 'plain',
  declined: 'bad',
  expired: 'care',
  cancelled: 'plain',
} as const;

const PICTURES = {
  approved: 'approved',
  action_required: 'action_required',
  in_review: 'in_review',
  processing: 'waiting',
  delayed: 'waiting',
  declined: 'declined',
  expired: 'expired',
} as const;
