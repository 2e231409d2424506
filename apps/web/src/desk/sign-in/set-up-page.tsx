import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  redirect,
  useActionData,
  useLoaderData,
  useNavigate,
} from 'react-router';
import { askAsMember } from '../../shell/ask-interface.ts';
import { PasskeyButton } from '../../shell/passkey-button.tsx';
import { requestLocale } from '../../shell/request-locale.ts';
import { TextsProvider, useTexts } from '../../shell/texts.tsx';
import { textsOf } from '../../texts/texts.server.ts';
import { ask } from '../ask.server.ts';
import { ProblemNotice } from '../shell/problem-notice.tsx';
import { isStepUpNeeded } from '../told-problem.ts';
import { AppForm, PasswordForm } from './app-set-up.tsx';
import { addPasskey } from './passkey.ts';
import { PasskeyList } from './passkey-list.tsx';
import { setUp } from './set-up.server.ts';
import { SignedOutFrame } from './signed-out-frame.tsx';

/** `/desk/set-up`: how somebody signs in from now on. By an invitation, or later with the second factor just proven. */
export async function loader(args: LoaderFunctionArgs) {
  const api = askAsMember(args.context, args.request, 'live');
  const session = await ask(args, () => api.session.get());
  const passkeys = await ask(args, () => api.session.listPasskeys());
  if (!session.ok || !passkeys.ok) throw redirect('/desk/sign-in');
  const { kind, stepped_up, member } = session.value;
  if (kind === 'full' && !stepped_up) throw redirect('/desk/step-up?to=/desk/set-up');
  const locale = requestLocale(args.request);
  const day = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeZone: 'UTC' });
  return {
    locale,
    texts: { desk: textsOf('desk', locale) },
    isNew: kind === 'enrolment',
    name: member.name ?? '',
    email: member.email ?? '',
    hasPassword: member.sign_in.password && member.sign_in.totp,
    passkeys: passkeys.value.data.map(({ id, created_at }) => ({ id, madeOn: day.format(new Date(created_at)) })),
  };
}

export async function action(args: ActionFunctionArgs) {
  const api = askAsMember(args.context, args.request, 'live');
  const form = await args.request.formData();
  const done = await setUp(args, api, form);
  if (isStepUpNeeded(done.problem)) return redirect('/desk/step-up?to=/desk/set-up');
  if (done.isDone === true) return redirect(form.get('isNew') === 'yes' ? '/desk/sign-in?why=set-up' : '/desk/set-up');
  return data(done, { status: done.problem?.status ?? 200 });
}

export default function SetUpPage() {
  const { locale, texts } = useLoaderData<typeof loader>();
  return (
    <TextsProvider locale={locale} texts={texts}>
      <SetUp />
    </TextsProvider>
  );
}

function SetUp() {
  const t = useTexts('desk');
  const { isNew, name, email, passkeys, hasPassword } = useLoaderData<typeof loader>();
  const told = useActionData<typeof action>();
  const navigate = useNavigate();
  const onMade = () => void navigate(isNew ? '/desk/sign-in?why=set-up' : '/desk/set-up', { replace: true });
  return (
    <SignedOutFrame title={isNew ? t('set_up_title', { name }) : t('sign_in_ways')}>
      <p>{t(isNew ? 'set_up_text' : 'set_up_again')}</p>
      <section className="flex flex-col gap-3" aria-labelledby="with-passkey">
        <h2 id="with-passkey" className="font-semibold">
          {t('set_up_passkey')}
        </h2>
        <p className="text-sm text-ink-soft">{t('set_up_passkey_text')}</p>
        <PasskeyList passkeys={passkeys} />
        <ProblemNotice problem={told?.form === 'passkey' ? told.problem : undefined} />
        <PasskeyButton
          area="desk"
          label={passkeys.length === 0 ? t('set_up_passkey_make') : t('set_up_passkey_another')}
          act={addPasskey}
          onDone={onMade}
        />
      </section>
      <section className="flex flex-col gap-3 border-t border-line pt-5" aria-labelledby="with-password">
        <h2 id="with-password" className="font-semibold">
          {t('set_up_password')}
        </h2>
        <p className="text-sm text-ink-soft">{t(hasPassword ? 'set_up_password_there' : 'set_up_password_text')}</p>
        <p className="text-sm">
          {t('email')}: <strong dir="ltr">{email}</strong>
        </p>
        {told?.offer === undefined ? (
          <PasswordForm email={email} problem={told?.form === 'password' ? told.problem : undefined} />
        ) : (
          <AppForm offer={told.offer} isNew={isNew} problem={told.problem} />
        )}
      </section>
      {isNew ? null : (
        <a className="button button-quiet" href="/desk">
          {t('back_to_desk')}
        </a>
      )}
    </SignedOutFrame>
  );
}
