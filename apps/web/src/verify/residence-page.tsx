import { Button } from '@vidimus/ui';
import {
  type ActionFunctionArgs,
  Form,
  type LoaderFunctionArgs,
  redirect,
  useActionData,
  useNavigation,
} from 'react-router';
import { useTexts } from '../shell/texts.tsx';
import { countriesIn } from './countries.server.ts';
import { CountryChoice } from './country-choice.tsx';
import { dueStep, needsAnswers, progress } from './due-step.ts';
import { endHere, judgeResidence } from './judge-residence.server.ts';
import { withLink } from './opened-link.server.ts';
import { ResidenceRefused } from './residence-refused.tsx';
import { useStepData } from './step-data.ts';
import { StepPage } from './step-page.tsx';
import { takeStep, textIn } from './taking-steps.server.ts';

export const loader = withLink(async ({ view, token, now }, _args: LoaderFunctionArgs) => {
  const due = dueStep(view, now);
  if (view.residence !== null || due === 'outcome' || !needsAnswers(view)) throw redirect(`/verify/${token}/${due}`);
  return {
    progress: progress(view, 'residence'),
    operator: view.operator,
    countries: countriesIn(view.locale, view.mode === 'test'),
    chosen: view.details?.residence ?? undefined,
  };
});

/** Answered at once, before anything is taken; the answer is kept with what follows from it, on the next page. */
export const action = withLink(async (opened, { request }: ActionFunctionArgs) => {
  const form = await request.formData();
  const base = `/verify/${opened.token}`;
  const residence = textIn(form, 'residence');
  if (!/^[A-Z]{3}$/.test(residence)) return { missing: true } as const;
  return takeStep(base, async () => {
    if (textIn(form, 'intent') === 'end') {
      await endHere(opened, residence);
      throw redirect(`${base}/outcome`);
    }
    const judged = await judgeResidence(opened, residence);
    if (judged.refused.length === 0) throw redirect(`${base}/document?residence=${residence}`);
    return judged;
  });
});

/** `Where do you live?` */
export default function ResidencePage() {
  const { progress: steps, operator, countries, chosen } = useStepData<typeof loader>();
  const answer = useActionData<typeof action>();
  const isBusy = useNavigation().state !== 'idle';
  const t = useTexts('verify');
  const problem = answer && 'problem' in answer ? answer.problem : undefined;
  const refusal = answer && 'refused' in answer ? answer : null;
  return (
    <StepPage title={t('residence_title')} lead={t('residence_lead', { operator })} progress={steps} problem={problem}>
      {refusal === null ? null : <ResidenceRefused refusal={refusal} operator={operator} isBusy={isBusy} />}
      <Form method="post" className="flex flex-col gap-6">
        <CountryChoice
          name="residence"
          label={t('residence_label')}
          options={countries}
          chosen={chosen}
          error={answer && 'missing' in answer ? t('country_missing') : undefined}
        />
        <Button busy={isBusy} className="self-start">
          {t('go_on')}
        </Button>
      </Form>
    </StepPage>
  );
}
