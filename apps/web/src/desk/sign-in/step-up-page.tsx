import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  redirect,
  useActionData,
  useLoaderData,
} from 'react-router';
import { TextsProvider, useTexts } from '../../shell/texts.tsx';
import { textsOf } from '../../texts/texts.server.ts';
import { ask } from '../ask.server.ts';
import { requireMember } from '../require-member.server.ts';
import { safeDeskPath } from '../safe-path.ts';
import type { StepUpDone } from '../told-problem.ts';
import { SignedOutFrame } from './signed-out-frame.tsx';
import { StepUpForm } from './step-up-form.tsx';

/** `/desk/step-up?to=`: the second factor once more. With script it opens as a dialog over the page; see `StepUpDialog`. */
export async function loader(args: LoaderFunctionArgs) {
  const { session, locale } = await requireMember(args);
  const to = safeDeskPath(new URL(args.request.url).searchParams.get('to'));
  return { locale, texts: { desk: textsOf('desk', locale) }, to, signIn: session.member.sign_in };
}

/** The code. A page that shows the form as a dialog sends `stay`, and goes on by itself. */
export async function action(args: ActionFunctionArgs) {
  const { api } = await requireMember(args);
  const form = await args.request.formData();
  const proven = await ask(args, () => api.session.stepUp({ code: String(form.get('code') ?? '').trim() }));
  if (!proven.ok)
    return data<StepUpDone>({ problem: proven.problem, isProven: false }, { status: proven.problem.status });
  if (form.get('stay') === 'yes') return data<StepUpDone>({ problem: undefined, isProven: true });
  return redirect(safeDeskPath(form.get('to')));
}

export default function StepUpPage() {
  const { locale, texts, to, signIn } = useLoaderData<typeof loader>();
  const told = useActionData<typeof action>();
  return (
    <TextsProvider locale={locale} texts={texts}>
      <StepUpPlain to={to} signIn={signIn} problem={told?.problem} />
    </TextsProvider>
  );
}

function StepUpPlain(props: Omit<Parameters<typeof StepUpForm>[0], 'onProven'>) {
  const t = useTexts('desk');
  return (
    <SignedOutFrame title={t('step_up')}>
      <StepUpForm {...props} onProven={() => window.location.assign(props.to)} />
    </SignedOutFrame>
  );
}
