import { Notice } from '@vidimus/ui';
import { useEffect } from 'react';
import {
  type ActionFunctionArgs,
  data,
  Form,
  type LoaderFunctionArgs,
  redirect,
  useActionData,
  useLoaderData,
  useNavigation,
} from 'react-router';
import { askForSession } from '../../shell/ask-interface.ts';
import { PasskeyButton } from '../../shell/passkey-button.tsx';
import { requestLocale } from '../../shell/request-locale.ts';
import { TextsProvider, useTexts } from '../../shell/texts.tsx';
import { textsOf } from '../../texts/texts.server.ts';
import { ask } from '../ask.server.ts';
import { safeDeskPath } from '../safe-path.ts';
import { ProblemNotice } from '../shell/problem-notice.tsx';
import { CodeField } from './code-field.tsx';
import { signInWithPasskey } from './passkey.ts';
import { SignedOutFrame } from './signed-out-frame.tsx';

/** `/desk/sign-in`: with a passkey, or with password and code. `?to=` is where it leads. */
export function loader({ request }: LoaderFunctionArgs) {
  const locale = requestLocale(request);
  const query = new URL(request.url).searchParams;
  const why = query.get('why');
  return {
    locale,
    texts: { desk: textsOf('desk', locale) },
    to: safeDeskPath(query.get('to')),
    wasSentHere: query.has('to'),
    why: why === 'set-up' || why === 'out' ? why : undefined,
  };
}

export async function action(args: ActionFunctionArgs) {
  const { request, context } = args;
  const form = await request.formData();
  const { api, headers } = askForSession(context, request);
  const text = (name: string) => String(form.get(name) ?? '').trim();
  const body = { email: text('email'), password: String(form.get('password') ?? ''), code: text('code') };
  const opened = await ask(args, () => api.session.signInWithPassword(body));
  if (!opened.ok) return data({ problem: opened.problem, email: body.email }, { status: opened.problem.status });
  return redirect(safeDeskPath(form.get('to')), { headers: headers() });
}

export default function SignInPage() {
  const { locale, texts } = useLoaderData<typeof loader>();
  return (
    <TextsProvider locale={locale} texts={texts}>
      <SignIn />
    </TextsProvider>
  );
}

function SignIn() {
  const { to, why, wasSentHere } = useLoaderData<typeof loader>();
  const told = useActionData<typeof action>();
  const isBusy = useNavigation().state !== 'idle';
  const t = useTexts('desk');
  useEffect(() => {
    if (wasSentHere) void goOnIfSignedIn(to);
  }, [to, wasSentHere]);
  return (
    <SignedOutFrame title={t('sign_in')}>
      {why === undefined ? null : (
        <Notice kind={why === 'set-up' ? 'good' : 'plain'}>
          <p>{t(why === 'set-up' ? 'sign_in_after_set_up' : 'sign_in_after_out')}</p>
        </Notice>
      )}
      <PasskeyButton
        area="desk"
        label={t('sign_in_passkey')}
        act={signInWithPasskey}
        onDone={() => window.location.assign(to)}
      />
      <p className="flex items-center gap-3 text-sm text-ink-soft before:h-px before:flex-1 before:bg-line after:h-px after:flex-1 after:bg-line">
        {t('or')}
      </p>
      <Form method="post" className="flex flex-col gap-4">
        <ProblemNotice problem={told?.problem} />
        <input type="hidden" name="to" value={to} />
        <label className="field">
          <span className="font-medium">{t('email')}</span>
          <input
            className="input"
            name="email"
            type="email"
            autoComplete="username"
            dir="ltr"
            defaultValue={told?.email}
            required
          />
        </label>
        <label className="field">
          <span className="font-medium">{t('password')}</span>
          <input className="input" name="password" type="password" autoComplete="current-password" required />
        </label>
        <CodeField />
        <button type="submit" className="button button-quiet" disabled={isBusy}>
          {t('sign_in')}
        </button>
      </Form>
      <p className="text-sm text-ink-soft">{t('sign_in_lost')}</p>
    </SignedOutFrame>
  );
}

/**
 * Whoever follows a link from elsewhere comes without their cookie (SameSite=Strict) and is sent here although they are signed
 * in; from a page of ours the cookie travels.
 */
async function goOnIfSignedIn(to: string): Promise<void> {
  const session = await fetch('/v1/session');
  const { kind }: { readonly kind?: string } = await session.json();
  if (session.ok && kind === 'full') window.location.replace(to);
}
