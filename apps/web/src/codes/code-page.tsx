import { type OwnCode, VidimusProblem } from '@vidimus/sdk';
import { LinkButton, Notice } from '@vidimus/ui';
import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  useActionData,
  useLoaderData,
  useLocation,
  useParams,
  useSearchParams,
} from 'react-router';
import { askAsRecipient } from '../shell/ask-interface.ts';
import { pageParts } from '../shell/page-parts.ts';
import { requestLocale } from '../shell/request-locale.ts';
import { TextsProvider, useTexts } from '../shell/texts.tsx';
import { textsOf } from '../texts/texts.server.ts';
import { ApplicantFrame } from '../verify/applicant-frame.tsx';
import { type CodeAnswer, refusalOf } from './code-answer.ts';
import { CodeEntry } from './code-entry.tsx';
import { CodeOver } from './code-over.tsx';
import { ContactCorrection } from './contact-correction.tsx';
import { DeliveryHistory } from './delivery-history.tsx';
import { KnownOutages } from './known-outages.tsx';
import { ReloadCode } from './reload-code.tsx';
import { ResendChoices } from './resend-choices.tsx';
import { takeCodeStep } from './take-code-step.server.ts';
import { useLiveCode } from './use-live-code.ts';

/** The code behind the link, or why it does not open. */
export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const client = askAsRecipient(context, params.token ?? '');
  try {
    const code = await client.get();
    const brand = await client.applicant.getBrand();
    const { locale } = code;
    const { isDemonstration, publicUrl } = context.get(pageParts);
    const isSimulated = isDemonstration && publicUrl === undefined;
    return data({ locale, texts: textsFor(locale), code, brand, isSimulated, trouble: undefined });
  } catch (problem) {
    if (!(problem instanceof VidimusProblem)) throw problem;
    const isBusy = problem.code === 'request.rate-limited' || problem.status === 503;
    if (!isBusy && problem.status !== 401 && problem.status !== 404) throw problem;
    const locale = requestLocale(request);
    const trouble = isBusy ? ('busy' as const) : ('unknown' as const);
    return data(
      { locale, texts: textsFor(locale), code: undefined, brand: undefined, isSimulated: false, trouble },
      { status: isBusy ? 503 : 404 },
    );
  }
}

export async function action({ request, context, params }: ActionFunctionArgs) {
  const { token = '' } = params;
  const page = `/code/${token}`;
  return takeCodeStep(askAsRecipient(context, token), await request.formData(), { page });
}

function textsFor(locale: OwnCode['locale']) {
  return { codes: textsOf('codes', locale) };
}

export default function CodePage() {
  const { locale, texts, code, brand, isSimulated, trouble } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { token } = useParams();
  return (
    <TextsProvider locale={locale} texts={texts}>
      <ApplicantFrame brand={brand} base={`/code/${token}`}>
        {code === undefined ? (
          <Trouble why={trouble ?? 'unknown'} />
        ) : (
          <Code key={token} loaded={code} base={`/code/${token}`} answer={answer} />
        )}
        {isSimulated ? <SimulatorLink /> : null}
      </ApplicantFrame>
    </TextsProvider>
  );
}

function Code(props: { readonly loaded: OwnCode; readonly base: string; readonly answer: CodeAnswer | undefined }) {
  const { loaded, base, answer } = props;
  const t = useTexts('codes');
  const code = useLiveCode(loaded, `${base}/events`);
  const [query] = useSearchParams();
  const done = query.get('done');
  const { state, channel, hint, operator, mode } = code;
  if (state === 'accepted' || state === 'expired' || state === 'tries_used') return <CodeOver code={code} />;
  const refused = refusalOf(answer, 'resend') ?? refusalOf(answer, 'enter');
  const isWaiting = state === 'waiting';
  const title = isWaiting ? t('title') : t('refused_title', { hint });
  return (
    <Page title={title} lead={isWaiting ? t(`lead_${channel}`, { hint: isolated(hint), operator }) : t('refused_text')}>
      {mode === 'test' ? (
        <Notice kind="care">
          <p>{t('test_mode')}</p>
        </Notice>
      ) : null}
      <KnownOutages outages={code.outages} />
      {done === 'sent' || done === 'corrected' ? (
        <div role="status">
          <Notice kind="good">
            <p>{done === 'sent' ? t('sent_again') : t('corrected', { hint: isolated(hint) })}</p>
          </Notice>
        </div>
      ) : null}
      {refused === undefined ? null : (
        <div role="alert">
          <Notice kind="bad" title={t('problem_title')}>
            <p>{t(refused.problem, { ...waitIn(refused.seconds), operator })}</p>
          </Notice>
        </div>
      )}
      {isWaiting ? (
        <CodeEntry answer={answer} triesLeft={code.tries_left} />
      ) : (
        code.reasons.map(({ code: reason, message }) => <p key={reason}>{message}</p>)
      )}
      <DeliveryHistory code={code} />
      <ReloadCode />
      {isWaiting ? <ResendChoices code={code} operator={operator} /> : null}
      <ContactCorrection code={code} answer={answer} />
    </Page>
  );
}

function Page(props: { readonly title: string; readonly lead: string; readonly children: React.ReactNode }) {
  const { title, lead, children } = props;
  return (
    <main id="content" className="mx-auto flex w-full max-w-xl flex-col gap-6 px-5 pt-6 pb-16">
      <title>{title}</title>
      <div className="flex flex-col gap-2">
        <h1 tabIndex={-1} className="text-2xl font-semibold outline-none">
          {title}
        </h1>
        <p className="text-ink-soft">{lead}</p>
      </div>
      {children}
    </main>
  );
}

/** Where a demonstration's messages arrive. */
function SimulatorLink() {
  const t = useTexts('codes');
  return (
    <footer className="mx-auto w-full max-w-xl px-5 pb-8">
      <a href="/simulator" target="_blank" rel="noopener" className="text-operator underline">
        {t('simulator')}
      </a>
    </footer>
  );
}

function Trouble({ why }: { readonly why: 'unknown' | 'busy' }) {
  const t = useTexts('codes');
  const { pathname } = useLocation();
  return (
    <Page title={t(`${why}_title`)} lead={t(`${why}_text`)}>
      {why === 'busy' ? (
        <LinkButton href={pathname} className="self-start">
          {t('look_again')}
        </LinkButton>
      ) : null}
    </Page>
  );
}

function waitIn(seconds: number) {
  return { seconds, minutes: Math.max(1, Math.ceil(seconds / 60)) };
}

/** A number or an address keeps its own direction inside of a sentence (Unicode LRI and PDI). */
function isolated(hint: string): string {
  return `\u{2066}${hint}\u{2069}`;
}
