import { Button, Checkbox, Disclosure, DocumentPicture, LinkButton, Notice, RadioCards } from '@vidimus/ui';
import type { DocumentType } from '@vidimus/vocabulary';
import {
  type ActionFunctionArgs,
  Form,
  type LoaderFunctionArgs,
  redirect,
  useActionData,
  useNavigation,
} from 'react-router';
import { useTexts } from '../shell/texts.tsx';
import { answerDocument } from './answer-document.server.ts';
import { CountryChoice } from './country-choice.tsx';
import { documentChoice } from './document-choice.server.ts';
import { DosAndDonts } from './dos-and-donts.tsx';
import { dueStep, needsAnswers } from './due-step.ts';
import { withLink } from './opened-link.server.ts';
import { useStepData } from './step-data.ts';
import { StepPage } from './step-page.tsx';
import { takeStep } from './taking-steps.server.ts';

export const loader = withLink(async (opened, { request }: LoaderFunctionArgs) => {
  const { view, token, now } = opened;
  if (!needsAnswers(view)) throw redirect(`/verify/${token}/${dueStep(view, now)}`);
  const choice = await documentChoice(opened, new URL(request.url).searchParams);
  if (choice === undefined) throw redirect(`/verify/${token}/residence`);
  return choice;
});

export const action = withLink(async (opened, { request }: ActionFunctionArgs) => {
  const form = await request.formData();
  return takeStep(`/verify/${opened.token}`, () => answerDocument(opened, form));
});

/** `What you need`: the kind of document, and consent to what is done with it. */
export default function DocumentPage() {
  const choice = useStepData<typeof loader>();
  const { progress, operator, documents, residence, issuing, countries, retentionDays, more, refusedBefore } = choice;
  const answer = useActionData<typeof action>();
  const isBusy = useNavigation().state !== 'idle';
  const t = useTexts('verify');
  const missing = answer && 'missing' in answer ? answer.missing : [];
  const refused = answer && 'refused' in answer ? answer.refused : [];
  const problem = answer && 'problem' in answer ? answer.problem : undefined;
  const [only] = documents.length === 1 ? documents : [];
  return (
    <StepPage title={t('document_title')} lead={t('document_lead')} progress={progress} problem={problem}>
      {refusedBefore ? (
        <Notice kind="care" title={t('consent_refused_title')}>
          <p>{t('consent_refused_text', { operator })}</p>
        </Notice>
      ) : null}
      {refused.length === 0 ? null : (
        <div role="alert" className="flex flex-col gap-4">
          {refused.map(({ heading, message }) => (
            <Notice key={heading} kind="care" title={heading}>
              <p>{message}</p>
            </Notice>
          ))}
        </div>
      )}
      {documents.length === 0 ? (
        <Notice kind="care" title={t('document_none_title', { country: issuing.label })}>
          <p>{t('document_none_text')}</p>
        </Notice>
      ) : (
        <Form method="post" className="flex flex-col gap-6">
          <input type="hidden" name="issuing_state" value={issuing.value} />
          <input type="hidden" name="residence" value={residence} />
          <RadioCards
            name="document_type"
            legend={t('document_legend', { country: issuing.label })}
            options={documents.map(({ type, label }) => ({
              value: type,
              label,
              hint: t(PAGES[type]),
              picture: <DocumentPicture type={type} />,
            }))}
            defaultValue={choice.chosen ?? only?.type}
            required
            error={missing.includes('document_type') ? t('document_missing') : undefined}
          />
          <DosAndDonts />
          <Checkbox
            name="consent"
            value="document"
            required
            defaultChecked={choice.consent}
            label={t('consent_label', { operator })}
            hint={t('consent_hint', { days: retentionDays })}
            error={missing.includes('consent') ? t('consent_missing') : undefined}
          />
          <div className="flex flex-wrap gap-3">
            <Button name="intent" value="agree" busy={isBusy}>
              {t('go_on')}
            </Button>
            <Button name="intent" value="refuse" kind="quiet" busy={isBusy} formNoValidate>
              {t('consent_refuse')}
            </Button>
          </div>
        </Form>
      )}
      <Disclosure summary={t('issuing_summary', { country: issuing.label })} open={documents.length === 0}>
        <Form method="get" className="flex flex-col gap-4" key={issuing.value}>
          <input type="hidden" name="residence" value={residence} />
          <CountryChoice name="issuing" label={t('issuing_label')} options={countries} chosen={issuing.value} />
          <Button kind="quiet" busy={isBusy} className="self-start">
            {t('issuing_show')}
          </Button>
        </Form>
      </Disclosure>
      <Disclosure summary={t('all_rules')}>
        {more.map(({ heading, sentences }) => (
          <section key={heading} className="flex flex-col gap-1">
            <h2 className="font-medium">{heading}</h2>
            <ul className="list-disc ps-5">
              {sentences.map((sentence) => (
                <li key={sentence}>{sentence}</li>
              ))}
            </ul>
          </section>
        ))}
      </Disclosure>
      {choice.mayChangeResidence ? (
        <LinkButton kind="quiet" href="residence" className="self-start">
          {t('residence_change')}
        </LinkButton>
      ) : null}
    </StepPage>
  );
}

/** What is photographed of it. */
const PAGES = {
  passport: 'photographed_page',
  visa: 'photographed_page',
  identity_card: 'photographed_sides',
  driving_licence: 'photographed_sides',
  residence_permit: 'photographed_sides',
} as const satisfies Readonly<Record<DocumentType, string>>;
