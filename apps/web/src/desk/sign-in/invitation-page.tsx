import {
  type ActionFunctionArgs,
  data,
  Form,
  type LoaderFunctionArgs,
  redirect,
  useActionData,
  useLoaderData,
} from 'react-router';
import { askForSession } from '../../shell/ask-interface.ts';
import { requestLocale } from '../../shell/request-locale.ts';
import { TextsProvider, useTexts } from '../../shell/texts.tsx';
import { textsOf } from '../../texts/texts.server.ts';
import { ask } from '../ask.server.ts';
import { ProblemNotice } from '../shell/problem-notice.tsx';
import { SignedOutFrame } from './signed-out-frame.tsx';

/** `/desk/invitation/:token`: opening it uses nothing up, as mail programs open links, too; the button does. */
export function loader({ request }: LoaderFunctionArgs) {
  const locale = requestLocale(request);
  return { locale, texts: { desk: textsOf('desk', locale) } };
}

export async function action(args: ActionFunctionArgs) {
  const { api, headers } = askForSession(args.context, args.request);
  const opened = await ask(args, () => api.session.acceptInvitation({ token: args.params.token ?? '' }));
  if (!opened.ok) return data({ problem: opened.problem }, { status: opened.problem.status });
  return redirect('/desk/set-up', { headers: headers() });
}

export default function InvitationPage() {
  const { locale, texts } = useLoaderData<typeof loader>();
  return (
    <TextsProvider locale={locale} texts={texts}>
      <Invitation />
    </TextsProvider>
  );
}

function Invitation() {
  const t = useTexts('desk');
  const told = useActionData<typeof action>();
  return (
    <SignedOutFrame title={t('invitation_title')}>
      {told?.problem.code === 'sign-in.refused' ? (
        <ProblemNotice problem={{ ...told.problem, code: '', detail: t('invitation_used') }} />
      ) : (
        <ProblemNotice problem={told?.problem} />
      )}
      <p>{t('invitation_text')}</p>
      <Form method="post">
        <button type="submit" className="button w-full">
          {t('invitation_accept')}
        </button>
      </Form>
      <p className="text-sm text-ink-soft">
        <a href="/desk/sign-in">{t('invitation_have')}</a>
      </p>
    </SignedOutFrame>
  );
}
