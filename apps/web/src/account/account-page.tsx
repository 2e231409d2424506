import { Button, Disclosure, Notice } from '@vidimus/ui';
import {
  type ActionFunctionArgs,
  Form,
  type LoaderFunctionArgs,
  redirect,
  useActionData,
  useLoaderData,
  useRevalidator,
} from 'react-router';
import { askAsAccount } from '../shell/ask-interface.ts';
import { PasskeyButton } from '../shell/passkey-button.tsx';
import { makePasskey } from '../shell/passkey-ceremony.ts';
import { requestLocale } from '../shell/request-locale.ts';
import { TextsProvider, useTexts } from '../shell/texts.tsx';
import { textsOf } from '../texts/texts.server.ts';
import { textIn } from '../verify/taking-steps.server.ts';
import { AccountFrame } from './account-frame.tsx';
import { isGone, orRefused } from './account-problem.server.ts';
import { accountView } from './account-view.server.ts';
import { ContactForm } from './contact-form.tsx';
import { contactIn } from './contact-in.server.ts';
import { RecoveryAsked } from './recovery-asked.tsx';
import { RefusalNotice } from './refusal-notice.tsx';
import { SignIns } from './sign-ins.tsx';
import { refusalIn } from './told-refusal.ts';
import { WaysList } from './ways-list.tsx';

/** `/account/mine`: one's checks, ways in and sign-ins. */
export async function loader({ request, context }: LoaderFunctionArgs) {
  const locale = requestLocale(request);
  const { api } = askAsAccount(context, request);
  const account = await api.get().catch((error: unknown) => {
    if (isGone(error)) throw redirect('/account');
    throw error;
  });
  const texts = { account: textsOf('account', locale), shell: textsOf('shell', locale) };
  return { locale, texts, account: accountView(account, locale) };
}

export async function action({ request, context }: ActionFunctionArgs) {
  const locale = requestLocale(request);
  const form = await request.formData();
  const { api, headers } = askAsAccount(context, request);
  const out = () => redirect('/account', { headers: headers() });
  return orRefused(locale, async () => {
    switch (textIn(form, 'do')) {
      case 'receipt': {
        const { token } = await api.openOwnReceipt(textIn(form, 'id'));
        return redirect(`/receipt/${token}`);
      }
      case 'remove':
        await api.removeWay(textIn(form, 'id'));
        break;
      case 'code': {
        const { ticket } = await api.askCodeToAddWay(contactIn(form, locale));
        return redirect(`/account/code/${ticket}`);
      }
      case 'sign_out':
        await api.signOut();
        return out();
      case 'everywhere':
        await api.signOutEverywhere();
        return out();
      case 'stop':
        await api.stopOwnRecovery();
        break;
      case 'close':
        await api.close();
        return out();
      default:
    }
    return redirect('/account/mine');
  });
}

export default function AccountPage() {
  const { locale, texts } = useLoaderData<typeof loader>();
  return (
    <TextsProvider locale={locale} texts={texts}>
      <Account />
    </TextsProvider>
  );
}

const ADD_PASSKEY = { options: '/v1/account/ways/passkey/options', answer: '/v1/account/ways/passkey' };

function Account() {
  const t = useTexts('account');
  const { account } = useLoaderData<typeof loader>();
  const { revalidate } = useRevalidator();
  const refused = refusalIn(useActionData<typeof action>());
  return (
    <AccountFrame title={t('title_account')}>
      <p className="text-ink-soft">{t('account_with', { operator: account.operator })}</p>
      {account.isTest ? (
        <Notice kind="care">
          <p>{t('test_mode')}</p>
        </Notice>
      ) : null}
      <RefusalNotice refused={refused} />
      {account.recovery === undefined ? null : <RecoveryAsked until={account.recovery.until} />}
      <section className="flex flex-col gap-3" aria-labelledby="checks">
        <h2 id="checks" className="text-lg font-semibold">
          {t('verifications')}
        </h2>
        <ul className="box flex flex-col divide-y divide-line px-4">
          {account.verifications.map(({ id, state, day, erased }) => (
            <li key={id} className="flex flex-wrap items-center justify-between gap-2 py-3">
              <span className="flex flex-col">
                <span>{t('verification_of', { day })}</span>
                <span className="text-sm text-ink-soft">{t(erased ? 'verification_erased' : `state_${state}`)}</span>
              </span>
              {erased ? null : (
                <Form method="post">
                  <input type="hidden" name="do" value="receipt" />
                  <input type="hidden" name="id" value={id} />
                  <Button kind="quiet">{t('verification_open')}</Button>
                </Form>
              )}
            </li>
          ))}
        </ul>
      </section>
      <section className="flex flex-col gap-3" aria-labelledby="ways">
        <h2 id="ways" className="text-lg font-semibold">
          {t('ways')}
        </h2>
        <WaysList ways={account.ways} />
        {account.isOnly ? <p className="text-sm text-ink-soft">{t('way_last')}</p> : null}
        <Disclosure summary={t('add_way')}>
          <PasskeyButton
            area="account"
            quiet
            label={t('add_passkey')}
            act={() => makePasskey(ADD_PASSKEY)}
            onDone={() => void revalidate()}
          />
          <ContactForm quiet label={t('add_contact')} />
          <a className="button button-quiet" href="/account/app">
            {t('add_app')}
          </a>
        </Disclosure>
      </section>
      <SignIns signIns={account.signIns} />
      <Disclosure summary={t('close')}>
        <Form method="post" className="flex flex-col gap-3">
          <input type="hidden" name="do" value="close" />
          <p>{t('close_text')}</p>
          <Button kind="bad" className="self-start">
            {t('close')}
          </Button>
        </Form>
      </Disclosure>
    </AccountFrame>
  );
}
