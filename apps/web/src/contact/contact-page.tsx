import { Disclosure, Notice } from '@vidimus/ui';
import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  redirect,
  useActionData,
  useParams,
  useSearchParams,
} from 'react-router';
import { type CodeAnswer, refusalOf } from '../codes/code-answer.ts';
import { CodeEntry } from '../codes/code-entry.tsx';
import { DeliveryHistory } from '../codes/delivery-history.tsx';
import { KnownOutages } from '../codes/known-outages.tsx';
import { ReloadCode } from '../codes/reload-code.tsx';
import { ResendChoices } from '../codes/resend-choices.tsx';
import { askOnceAsApplicant } from '../shell/ask-interface.ts';
import { TextsProvider, useTexts } from '../shell/texts.tsx';
import { useKeptAnswer } from '../shell/use-kept-answer.ts';
import { textsOf } from '../texts/texts.server.ts';
import { withLink } from '../verify/opened-link.server.ts';
import { useStepData } from '../verify/step-data.ts';
import { StepPage } from '../verify/step-page.tsx';
import { answerContact } from './answer-contact.server.ts';
import { ContactForm, KnownContact } from './contact-form.tsx';
import { type ContactView, contactView } from './contact-view.server.ts';
import { useToldCode } from './use-told-code.ts';

const MINUTE_SECONDS = 60;

export const loader = withLink(async (opened, _args: LoaderFunctionArgs) => {
  const contact = contactView(opened);
  if (typeof contact === 'string') throw redirect(`/verify/${opened.token}/${contact}`);
  const { locale } = opened.view;
  return { contact, locale, texts: { contact: textsOf('contact', locale), codes: textsOf('codes', locale) } };
});

export const action = withLink(async ({ token }, { request, context }: ActionFunctionArgs) =>
  answerContact({ token, client: askOnceAsApplicant(context, token) }, await request.formData()),
);

/** A number or an address is named, and then the code that came there is entered. */
export default function ContactPage() {
  const { contact, locale, texts } = useStepData<typeof loader>();
  const { token = '' } = useParams();
  const answer = useKeptAnswer(useActionData<typeof action>() ?? undefined);
  const awaited = contact.code?.state === 'waiting' ? contact.code : undefined;
  useToldCode(awaited !== undefined, `/verify/${token}/contact/${contact.kind}/events`, awaited?.expires_at ?? '');
  return (
    <TextsProvider locale={locale} texts={texts}>
      {awaited === undefined ? (
        <Asked key={contact.kind} contact={contact} answer={answer} />
      ) : (
        <Awaited key={`${contact.kind} awaited`} contact={contact} code={awaited} answer={answer} />
      )}
    </TextsProvider>
  );
}

function Asked({ contact, answer }: { readonly contact: ContactView; readonly answer: CodeAnswer | undefined }) {
  const { kind, progress, operator, knownHint, reasons, byItself } = contact;
  const t = useTexts('contact');
  const isOver = contact.code !== null;
  const form = <ContactForm contact={contact} answer={answer} isMain={knownHint === null} />;
  return (
    <StepPage title={t(`${kind}_title`)} lead={t(`${kind}_lead`)} progress={progress}>
      {reasons.map(({ name, heading, message }) => (
        <Notice key={name} kind="care" title={heading}>
          <p>{message}</p>
        </Notice>
      ))}
      {knownHint === null ? null : <KnownContact contact={contact} hint={knownHint} />}
      {knownHint === null ? (
        form
      ) : (
        <Disclosure summary={t(`other_${kind}`)} open={isOver || answer !== undefined}>
          {form}
        </Disclosure>
      )}
      <div className="flex flex-col gap-2 text-sm text-ink-soft">
        <p>{t(`${kind}_use`, { operator })}</p>
        {byItself ? <p>{t('by_itself')}</p> : null}
        {kind === 'phone' ? <p>{t('costs_nothing')}</p> : null}
      </div>
    </StepPage>
  );
}

function Awaited(props: {
  readonly contact: ContactView;
  readonly code: NonNullable<ContactView['code']>;
  readonly answer: CodeAnswer | undefined;
}) {
  const { contact, code, answer } = props;
  const { kind, progress, operator } = contact;
  const t = useTexts('contact');
  const words = useTexts('codes');
  const [query] = useSearchParams();
  const refused = refusalOf(answer, 'resend') ?? refusalOf(answer, 'enter');
  const isWrongContact =
    refusalOf(answer, 'correct') !== undefined || (answer?.kind === 'missing' && answer.field === 'to');
  const of = <input type="hidden" name="kind" value={kind} />;
  const hint = `\u{2068}${code.hint}\u{2069}`;
  return (
    <StepPage title={words('title')} lead={words(`lead_${code.channel}`, { hint, operator })} progress={progress}>
      <KnownOutages outages={code.outages} />
      {query.get('done') === 'sent' ? (
        <div role="status">
          <Notice kind="good">
            <p>{words('sent_again')}</p>
          </Notice>
        </div>
      ) : null}
      {refused === undefined ? null : (
        <div role="alert">
          <Notice kind="bad" title={words('problem_title')}>
            <p>{words(refused.problem, { ...waitOf(refused.seconds), operator })}</p>
          </Notice>
        </div>
      )}
      <CodeEntry answer={answer} triesLeft={code.tries_left}>
        {of}
      </CodeEntry>
      <DeliveryHistory code={code} />
      <ReloadCode />
      <ResendChoices code={code} operator={operator}>
        {of}
      </ResendChoices>
      <Disclosure summary={t(`change_${kind}`)} open={isWrongContact}>
        <p>{t('change_text')}</p>
        <ContactForm contact={contact} answer={answer} isMain={false} />
      </Disclosure>
    </StepPage>
  );
}

function waitOf(seconds: number) {
  return { seconds, minutes: Math.max(1, Math.ceil(seconds / MINUTE_SECONDS)) };
}
