import { Notice } from '@vidimus/ui';
import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  useActionData,
  useLoaderData,
  useParams,
} from 'react-router';
import { requestLocale } from '../shell/request-locale.ts';
import { TextsProvider, useTexts } from '../shell/texts.tsx';
import { useKeptAnswer } from '../shell/use-kept-answer.ts';
import { textsOf } from '../texts/texts.server.ts';
import { AppealForm } from '../verify/appeal-form.tsx';
import { ApplicantFrame } from '../verify/applicant-frame.tsx';
import { useFollowAlong } from '../verify/follow-along.ts';
import { LinkTroublePage, TROUBLE_STATUS } from '../verify/link-trouble-page.tsx';
import { linkIn, openLink, withLink } from '../verify/opened-link.server.ts';
import type { ProblemKey } from '../verify/problem-words.ts';
import { StepPage } from '../verify/step-page.tsx';
import { takeStep } from '../verify/taking-steps.server.ts';
import { takeReceiptStep } from './answer-receipt.server.ts';
import { Contacts } from './contacts.tsx';
import { Decisions } from './decisions.tsx';
import { OpenAll } from './open-all.tsx';
import { OwnChoices } from './own-choices.tsx';
import { type ReceiptView, receiptView } from './receipt-view.server.ts';
import { Said } from './said.tsx';
import { Standing } from './standing.tsx';
import { Tries } from './tries.tsx';

export const middleware = [openLink];

/** Everything that happened; needs no account, and no script. */
export async function loader({ request, context }: LoaderFunctionArgs) {
  const link = linkIn(context);
  const locale = link.ok ? link.value.view.locale : requestLocale(request);
  const texts = {
    shell: textsOf('shell', locale),
    verify: textsOf('verify', locale),
    receipt: textsOf('receipt', locale),
  };
  if (!link.ok)
    return data(
      { locale, texts, receipt: undefined, brand: undefined, trouble: link.why, number: link.number },
      { status: TROUBLE_STATUS[link.why] },
    );
  const brand = await link.value.client.getBrand();
  return data({ locale, texts, brand, receipt: receiptView(link.value), trouble: undefined, number: undefined });
}

export const action = withLink(async (opened, { request }: ActionFunctionArgs) => {
  const form = await request.formData();
  return takeStep(`/receipt/${opened.token}`, () => takeReceiptStep(opened, form));
});

export default function ReceiptPage() {
  const { locale, texts, brand, receipt, trouble, number } = useLoaderData<typeof loader>();
  const answer = useKeptAnswer(useActionData<typeof action>());
  const { token } = useParams();
  return (
    <TextsProvider locale={locale} texts={texts}>
      <ApplicantFrame brand={brand} base={`/receipt/${token}`}>
        {receipt === undefined ? (
          <LinkTroublePage why={trouble ?? 'unknown'} number={number} />
        ) : (
          <Whole
            receipt={receipt}
            token={token ?? ''}
            problem={answer && 'problem' in answer ? answer.problem : undefined}
            missing={answer && 'missing' in answer ? answer.missing : undefined}
          />
        )}
      </ApplicantFrame>
    </TextsProvider>
  );
}

/** Seldom enough for a page that is left open. */
const SLOW_MS = 30_000;

function Whole(props: {
  readonly receipt: ReceiptView;
  readonly token: string;
  readonly problem: ProblemKey | undefined;
  readonly missing: string | undefined;
}) {
  const { receipt, token, problem, missing } = props;
  const { state, isTest, lastDay } = receipt;
  const t = useTexts('receipt');
  useFollowAlong(state === 'processing' || state === 'delayed' || state === 'in_review', SLOW_MS);
  return (
    <StepPage title={t('title')} problem={problem}>
      {isTest ? (
        <Notice kind="care">
          <p>{t('test_mode')}</p>
        </Notice>
      ) : null}
      <Standing receipt={receipt} />
      <Contacts contacts={receipt.contacts} />
      <Tries tries={receipt.tries} />
      <Said said={receipt.said} />
      <Decisions decisions={receipt.decisions} appeals={receipt.appeals} />
      {lastDay === null ? null : <AppealForm lastDay={lastDay} />}
      {receipt.opensAll ? null : <OpenAll isMissing={missing === 'birth_date'} />}
      <OwnChoices receipt={receipt} token={token} missing={missing} />
    </StepPage>
  );
}
