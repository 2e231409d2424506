import { Button, Notice } from '@vidimus/ui';
import {
  type ActionFunctionArgs,
  Form,
  type LoaderFunctionArgs,
  redirect,
  useActionData,
  useNavigation,
} from 'react-router';
import { useTexts } from '../shell/texts.tsx';
import { countriesIn, countryName } from './countries.server.ts';
import { CountryChoice } from './country-choice.tsx';
import { dueStep, needsAnswers, progress } from './due-step.ts';
import { withLink } from './opened-link.server.ts';
import { useStepData } from './step-data.ts';
import { StepPage } from './step-page.tsx';
import { takeStep, textIn } from './taking-steps.server.ts';

export const loader = withLink(async ({ view, token, now }, _args: LoaderFunctionArgs) => {
  if (view.residence !== null || !needsAnswers(view)) throw redirect(`/verify/${token}/${dueStep(view, now)}`);
  return {
    progress: progress(view, 'residence'),
    operator: view.operator,
    countries: countriesIn(view.locale, view.mode === 'test'),
    chosen: view.details?.residence ?? undefined,
  };
});

/** Answered at once, before anything is taken; the answer is kept with what follows from it, on the next page. */
export const action = withLink(async ({ view, client, token }, { request }: ActionFunctionArgs) => {
  const residence = textIn(await request.formData(), 'residence');
  if (!/^[A-Z]{3}$/.test(residence)) return { missing: true } as const;
  return takeStep(`/verify/${token}`, async () => {
    const { reasons } = await client.policies.preflight({ residence });
    const refused = reasons.filter(({ code }) => code === 'residence_country_not_supported');
    if (refused.length === 0) throw redirect(`/verify/${token}/document?residence=${residence}`);
    return {
      country: countryName(residence, view.locale),
      refused: refused.map(({ heading, message }) => ({ heading, message })),
    };
  });
});

/** `Where do you live?` */
export default function ResidencePage() {
  const { progress: steps, operator, countries, chosen } = useStepData<typeof loader>();
  const answer = useActionData<typeof action>();
  const isBusy = useNavigation().state !== 'idle';
  const t = useTexts('verify');
  const problem = answer && 'problem' in answer ? answer.problem : undefined;
  return (
    <StepPage title={t('residence_title')} lead={t('residence_lead', { operator })} progress={steps} problem={problem}>
      {answer && 'refused' in answer ? (
        <div role="alert" className="flex flex-col gap-4">
          {answer.refused.map(({ heading, message }) => (
            <Notice key={heading} kind="care" title={heading}>
              <p>{message}</p>
              <p>{t('residence_nothing_kept')}</p>
              <p>{t('residence_what_helps', { country: answer.country, operator })}</p>
            </Notice>
          ))}
        </div>
      ) : null}
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
