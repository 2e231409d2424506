import { Button, LinkButton, TextField } from '@vidimus/ui';
import {
  type ActionFunctionArgs,
  data,
  Form,
  type LoaderFunctionArgs,
  redirect,
  useActionData,
  useLoaderData,
} from 'react-router';
import { AppOfferFields } from '../shell/app-offer.tsx';
import { askAsAccount } from '../shell/ask-interface.ts';
import { drawQrCode } from '../shell/draw-qr-code.ts';
import { requestLocale } from '../shell/request-locale.ts';
import { TextsProvider, useTexts } from '../shell/texts.tsx';
import { textsOf } from '../texts/texts.server.ts';
import { textIn } from '../verify/taking-steps.server.ts';
import { AccountFrame } from './account-frame.tsx';
import { isGone, orRefused } from './account-problem.server.ts';
import { RefusalNotice } from './refusal-notice.tsx';
import { refusalIn } from './told-refusal.ts';

/** `/account/app`: an authenticator app, begun by a form, because a look at the page must not make another secret. */
export async function loader({ request, context }: LoaderFunctionArgs) {
  const locale = requestLocale(request);
  const { api } = askAsAccount(context, request);
  await api.get().catch((error: unknown) => {
    if (isGone(error)) throw redirect('/account');
    throw error;
  });
  return { locale, texts: { account: textsOf('account', locale), shell: textsOf('shell', locale) } };
}

export async function action({ request, context }: ActionFunctionArgs) {
  const locale = requestLocale(request);
  const form = await request.formData();
  const { api } = askAsAccount(context, request);
  const uri = textIn(form, 'uri');
  const secret = textIn(form, 'secret');
  const drawn = (of: { readonly uri: string; readonly secret: string }) => ({ ...of, qr: drawQrCode(of.uri) });
  if (uri === '') return orRefused(locale, async () => data({ offer: drawn(await api.offerApp()) }));
  const done = await orRefused(locale, async () => {
    await api.confirmApp({ code: textIn(form, 'code') });
    return redirect('/account/mine');
  });
  // The same picture again: a mistyped code needs no other secret.
  return done instanceof Response ? done : data({ ...done.data, offer: drawn({ uri, secret }) }, { status: 422 });
}

export default function AppPage() {
  const { locale, texts } = useLoaderData<typeof loader>();
  return (
    <TextsProvider locale={locale} texts={texts}>
      <App />
    </TextsProvider>
  );
}

function App() {
  const t = useTexts('account');
  const answer = useActionData<typeof action>();
  const offer = answer !== undefined && 'offer' in answer ? answer.offer : undefined;
  return (
    <AccountFrame title={t('add_app')}>
      <RefusalNotice refused={refusalIn(answer)} />
      {offer === undefined ? (
        <Form method="post">
          <Button>{t('add_app')}</Button>
        </Form>
      ) : (
        <Form method="post" className="flex flex-col gap-4">
          <AppOfferFields area="account" offer={offer} />
          <TextField
            label={t('app_code')}
            name="code"
            inputMode="numeric"
            autoComplete="one-time-code"
            dir="ltr"
            required
          />
          <Button>{t('app_confirm')}</Button>
        </Form>
      )}
      <LinkButton kind="quiet" href="/account/mine" className="self-start">
        {t('title_account')}
      </LinkButton>
    </AccountFrame>
  );
}
