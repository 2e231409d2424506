import { LinkButton, Notice } from '@vidimus/ui';
import { data, type LoaderFunctionArgs, useLoaderData } from 'react-router';
import { askAsAccount } from '../shell/ask-interface.ts';
import { requestLocale } from '../shell/request-locale.ts';
import { TextsProvider, useTexts } from '../shell/texts.tsx';
import { textsOf } from '../texts/texts.server.ts';
import { useFollowAlong } from '../verify/follow-along.ts';
import { AccountFrame } from './account-frame.tsx';
import { isGone } from './account-problem.server.ts';
import { recoveryView } from './recovery-view.server.ts';

/** `/account/recovery/:token`: how a recovery stands. */
export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const locale = requestLocale(request);
  const texts = { account: textsOf('account', locale), shell: textsOf('shell', locale) };
  const { api } = askAsAccount(context, request);
  try {
    const status = await api.lookAtRecovery({ token: params.token ?? '' });
    return data({ locale, texts, recovery: recoveryView(status, locale) });
  } catch (error) {
    if (!isGone(error)) throw error;
    return data({ locale, texts, recovery: undefined }, { status: 404 });
  }
}

export default function RecoveryPage() {
  const { locale, texts } = useLoaderData<typeof loader>();
  return (
    <TextsProvider locale={locale} texts={texts}>
      <Recovery />
    </TextsProvider>
  );
}

const SLOW_MS = 30_000;

function Recovery() {
  const t = useTexts('account');
  const { recovery } = useLoaderData<typeof loader>();
  useFollowAlong(recovery?.isOpen === true, SLOW_MS);
  if (recovery === undefined) {
    return (
      <AccountFrame title={t('title_gone')}>
        <p>{t('gone_text')}</p>
        <LinkButton href="/account">{t('title_sign_in')}</LinkButton>
      </AccountFrame>
    );
  }
  return (
    <AccountFrame title={t('title_recovery')}>
      <p className="text-ink-soft">{t('account_with', { operator: recovery.operator })}</p>
      <div role="status">
        <Notice kind={recovery.kind}>
          <p>{t(recovery.words, { time: recovery.until })}</p>
        </Notice>
      </div>
      {recovery.isOpen ? null : (
        <LinkButton kind="quiet" href={recovery.isDone ? '/account' : '/account/recover'} className="self-start">
          {t(recovery.isDone ? 'title_sign_in' : 'recovery_new')}
        </LinkButton>
      )}
    </AccountFrame>
  );
}
