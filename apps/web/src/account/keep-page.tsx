import { LinkButton, Notice } from '@vidimus/ui';
import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  redirect,
  useActionData,
  useLoaderData,
} from 'react-router';
import { askOnceAsApplicant } from '../shell/ask-interface.ts';
import { PasskeyButton } from '../shell/passkey-button.tsx';
import { makePasskey } from '../shell/passkey-ceremony.ts';
import { requestLocale } from '../shell/request-locale.ts';
import { TextsProvider, useTexts } from '../shell/texts.tsx';
import { textsOf } from '../texts/texts.server.ts';
import { linkIn, openLink, withLink } from '../verify/opened-link.server.ts';
import { AccountFrame } from './account-frame.tsx';
import { orRefused } from './account-problem.server.ts';
import { ContactForm } from './contact-form.tsx';
import { contactIn } from './contact-in.server.ts';
import { RefusalNotice } from './refusal-notice.tsx';
import { refusalIn } from './told-refusal.ts';

export const middleware = [openLink];

/** `/receipt/:token/account`: keep an account; passkey first. */
export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const link = linkIn(context);
  const locale = link.ok ? link.value.view.locale : requestLocale(request);
  const texts = { account: textsOf('account', locale), shell: textsOf('shell', locale) };
  if (!link.ok) return data({ locale, texts, token: undefined, isTest: false }, { status: 404 });
  const { kept, organization, mode } = await link.value.client.getKeptAccount();
  if (kept) throw redirect(`/account?of=${organization}&mode=${mode}`);
  return data({ locale, texts, token: params.token ?? '', isTest: mode === 'test' });
}

export const action = withLink(async ({ token, view }, { request, context }: ActionFunctionArgs) => {
  const form = await request.formData();
  return orRefused(view.locale, async () => {
    const { ticket } = await askOnceAsApplicant(context, token).askCodeToKeepAccount(contactIn(form, view.locale));
    return redirect(`/receipt/${token}/account/code/${ticket}`);
  });
});

export default function KeepPage() {
  const { locale, texts } = useLoaderData<typeof loader>();
  return (
    <TextsProvider locale={locale} texts={texts}>
      <Keep />
    </TextsProvider>
  );
}

function Keep() {
  const t = useTexts('account');
  const { token, isTest } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  if (token === undefined) {
    return (
      <AccountFrame title={t('title_gone')}>
        <p>{t('gone_text')}</p>
      </AccountFrame>
    );
  }
  const paths = { options: '/v1/applicant/account/passkey/options', answer: '/v1/applicant/account/passkey', token };
  return (
    <AccountFrame title={t('title_keep')}>
      <p>{t('keep_text')}</p>
      {isTest ? (
        <Notice kind="care">
          <p>{t('test_mode')}</p>
        </Notice>
      ) : null}
      <RefusalNotice refused={refusalIn(answer ?? undefined)} />
      <section className="flex flex-col gap-2">
        <PasskeyButton
          area="account"
          label={t('keep_passkey')}
          act={() => makePasskey(paths)}
          onDone={() => location.assign('/account/mine')}
        />
        <p className="text-sm text-ink-soft">{t('passkey_text')}</p>
      </section>
      <section className="flex flex-col gap-3 border-t border-line pt-5" aria-labelledby="with-code">
        <h2 id="with-code" className="text-lg font-semibold">
          {t('keep_contact')}
        </h2>
        <ContactForm label={t('send_code')} quiet />
      </section>
      <LinkButton kind="quiet" href={`/receipt/${token}`} className="self-start">
        {t('back_receipt')}
      </LinkButton>
    </AccountFrame>
  );
}
