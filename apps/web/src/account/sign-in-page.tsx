import { Button, Disclosure, LinkButton, Notice, TextField } from '@vidimus/ui';
import {
  type ActionFunctionArgs,
  Form,
  type LoaderFunctionArgs,
  redirect,
  useActionData,
  useLoaderData,
} from 'react-router';
import { askAsAccount } from '../shell/ask-interface.ts';
import { PasskeyButton } from '../shell/passkey-button.tsx';
import { showPasskey } from '../shell/passkey-ceremony.ts';
import { requestLocale } from '../shell/request-locale.ts';
import { TextsProvider, useTexts } from '../shell/texts.tsx';
import { textsOf } from '../texts/texts.server.ts';
import { textIn } from '../verify/taking-steps.server.ts';
import { AccountFrame } from './account-frame.tsx';
import { isGone, orRefused } from './account-problem.server.ts';
import { ContactForm } from './contact-form.tsx';
import { contactIn } from './contact-in.server.ts';
import { OutagesKnown } from './outages-known.tsx';
import { outagesView } from './outages-view.server.ts';
import { placeIn } from './place-in.ts';
import { RefusalNotice } from './refusal-notice.tsx';
import { refusalIn } from './told-refusal.ts';

/** `/account`: into one's account. `?of=` names the organization, `?mode=test` the mode; a receipt leads here with both. */
export async function loader({ request, context }: LoaderFunctionArgs) {
  const locale = requestLocale(request);
  const { api } = askAsAccount(context, request);
  const isIn = await api.get().then(
    () => true,
    (error: unknown) => {
      if (isGone(error)) return false;
      throw error;
    },
  );
  if (isIn) throw redirect('/account/mine');
  const texts = { account: textsOf('account', locale), shell: textsOf('shell', locale) };
  const place = placeIn(new URL(request.url).searchParams);
  return { locale, texts, place, outages: await outagesView(api, place, locale) };
}

export async function action({ request, context }: ActionFunctionArgs) {
  const locale = requestLocale(request);
  const form = await request.formData();
  const place = placeIn(new URL(request.url).searchParams);
  const { api, headers } = askAsAccount(context, request);
  return orRefused(locale, async () => {
    if (textIn(form, 'do') === 'app') {
      await api.signInWithApp({ ...place, to: textIn(form, 'to'), code: textIn(form, 'code') });
      return redirect('/account/mine', { headers: headers() });
    }
    const { ticket } = await api.askCode({ ...place, ...contactIn(form, locale) });
    return redirect(`/account/code/${ticket}`);
  });
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
  const t = useTexts('account');
  const { place, outages } = useLoaderData<typeof loader>();
  const refused = refusalIn(useActionData<typeof action>());
  const query = new URLSearchParams({ ...(place.organization && { of: place.organization }), mode: place.mode });
  return (
    <AccountFrame title={t('title_sign_in')}>
      <p className="text-ink-soft">{t('sign_in_text')}</p>
      {place.mode === 'test' ? (
        <Notice kind="care">
          <p>{t('test_mode')}</p>
        </Notice>
      ) : null}
      <RefusalNotice refused={refused} />
      <section className="flex flex-col gap-2">
        <PasskeyButton
          area="account"
          label={t('with_passkey')}
          act={() =>
            showPasskey(
              { options: '/v1/account/sign-in/passkey/options', answer: '/v1/account/sign-in/passkey' },
              (answer) => answer,
            )
          }
          onDone={() => location.assign('/account/mine')}
        />
        <p className="text-sm text-ink-soft">{t('passkey_text')}</p>
      </section>
      <section className="flex flex-col gap-3 border-t border-line pt-5" aria-labelledby="with-code">
        <h2 id="with-code" className="text-lg font-semibold">
          {t('with_code')}
        </h2>
        <OutagesKnown outages={outages} />
        <ContactForm label={t('send_code')} quiet />
      </section>
      <Disclosure summary={t('with_app')}>
        <Form method="post" className="flex flex-col gap-4">
          <input type="hidden" name="do" value="app" />
          <TextField label={t('contact')} name="to" autoComplete="username" dir="ltr" required />
          <TextField
            label={t('app_code')}
            name="code"
            inputMode="numeric"
            autoComplete="one-time-code"
            dir="ltr"
            required
          />
          <Button kind="quiet">{t('sign_in')}</Button>
        </Form>
      </Disclosure>
      <section className="flex flex-col gap-3 border-t border-line pt-5" aria-labelledby="lost">
        <h2 id="lost" className="text-lg font-semibold">
          {t('lost_all')}
        </h2>
        <p>{t('lost_all_text')}</p>
        <LinkButton kind="quiet" href={`/account/recover?${query}`} className="self-start">
          {t('title_recover')}
        </LinkButton>
      </section>
    </AccountFrame>
  );
}
