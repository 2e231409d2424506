import { Button, LinkButton, Notice, TextField } from '@vidimus/ui';
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
import { askAsAccount } from '../shell/ask-interface.ts';
import { requestLocale } from '../shell/request-locale.ts';
import { TextsProvider, useTexts } from '../shell/texts.tsx';
import { textsOf } from '../texts/texts.server.ts';
import { useFollowAlong } from '../verify/follow-along.ts';
import { textIn } from '../verify/taking-steps.server.ts';
import { AccountFrame } from './account-frame.tsx';
import { isGone, orRefused } from './account-problem.server.ts';
import { codeView } from './code-view.server.ts';
import { RefusalNotice } from './refusal-notice.tsx';
import { refusalIn } from './told-refusal.ts';

const CHANNELS = ['sms', 'call', 'whatsapp', 'email'] as const;

/** `/account/code/:ticket`: what becomes of the code, and where it is entered. */
export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const locale = requestLocale(request);
  const texts = { account: textsOf('account', locale), shell: textsOf('shell', locale) };
  const { api } = askAsAccount(context, request);
  try {
    const code = await api.lookAtCode({ ticket: params.ticket ?? '' });
    return data({ locale, texts, code: codeView(code, locale, Date.now()) });
  } catch (error) {
    if (!isGone(error)) throw error;
    return data({ locale, texts, code: undefined }, { status: 404 });
  }
}

export async function action({ request, context, params }: ActionFunctionArgs) {
  const locale = requestLocale(request);
  const form = await request.formData();
  const ticket = params.ticket ?? '';
  const { api, headers } = askAsAccount(context, request);
  return orRefused(locale, async () => {
    if (textIn(form, 'do') === 'resend') {
      const channel = CHANNELS.find((one) => one === textIn(form, 'channel'));
      await api.resendCode({ ticket, ...(channel === undefined ? {} : { channel }) });
      return redirect(`/account/code/${ticket}`);
    }
    const entered = await api.enterCode({ ticket, code: textIn(form, 'code') });
    if (entered.accepted) return redirect('/account/mine', { headers: headers() });
    return data({ wrong: entered.why, left: entered.tries_left });
  });
}

export default function CodePage() {
  const { locale, texts } = useLoaderData<typeof loader>();
  return (
    <TextsProvider locale={locale} texts={texts}>
      <Code />
    </TextsProvider>
  );
}

const SLOWEST_MS = 4000;

function Code() {
  const t = useTexts('account');
  const { code } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const isBusy = useNavigation().state !== 'idle';
  useFollowAlong(code?.isWaiting === true, SLOWEST_MS);
  if (code === undefined) {
    return (
      <AccountFrame title={t('title_gone')}>
        <p>{t('gone_text')}</p>
        <LinkButton href="/account">{t('title_sign_in')}</LinkButton>
      </AccountFrame>
    );
  }
  const wrong = answer !== undefined && 'wrong' in answer ? answer : undefined;
  const isOver = !code.isWaiting || (wrong !== undefined && wrong.left === 0);
  return (
    <AccountFrame title={t('title_code')}>
      <div className="flex flex-col gap-1">
        <p>{t(code.isSure ? 'code_sent' : 'code_maybe', { hint: code.hint })}</p>
        <p className="text-sm text-ink-soft">{t('code_usual', { seconds: code.usualSeconds })}</p>
      </div>
      <RefusalNotice refused={refusalIn(answer)} />
      {code.outageSince === undefined ? null : (
        <Notice kind="care">
          <p>{t('outage', { time: code.outageSince })}</p>
        </Notice>
      )}
      {isOver ? (
        <div role="alert">
          <Notice kind="care">
            <p>{t('code_over')}</p>
          </Notice>
        </div>
      ) : (
        <Form method="post" className="flex flex-col gap-4">
          <TextField
            label={t('code')}
            name="code"
            inputMode="numeric"
            autoComplete="one-time-code"
            dir="ltr"
            required
            error={wrong === undefined ? undefined : t('code_wrong', { left: wrong.left })}
          />
          <Button busy={isBusy}>{t('code_enter')}</Button>
        </Form>
      )}
      {code.history.length === 0 ? null : (
        <section className="flex flex-col gap-2" aria-labelledby="history">
          <h2 id="history" className="text-lg font-semibold">
            {t('history')}
          </h2>
          <ol className="box flex flex-col divide-y divide-line px-4" aria-live="polite">
            {code.history.map(({ key, at, words, next }) => (
              <li key={key} className="flex flex-col py-2">
                <span>{words}</span>
                {next === null ? null : <span className="text-sm">{next}</span>}
                <span className="text-sm text-ink-soft">{at}</span>
              </li>
            ))}
          </ol>
        </section>
      )}
      {code.isWaiting && code.late !== undefined ? (
        <div role="status">
          <Notice kind="care">
            <p>{t(code.late, { seconds: code.usualSeconds })}</p>
          </Notice>
        </div>
      ) : null}
      <section className="flex flex-col items-start gap-3" aria-labelledby="other">
        <h2 id="other" className="text-lg font-semibold">
          {t('other_ways')}
        </h2>
        {code.resend.isNow
          ? code.resend.channels.map((channel) => (
              <Form method="post" key={channel}>
                <input type="hidden" name="do" value="resend" />
                <input type="hidden" name="channel" value={channel} />
                <Button kind="quiet" busy={isBusy}>
                  {t(channel === code.channel ? 'resend' : `resend_by_${channel}`)}
                </Button>
              </Form>
            ))
          : null}
        {code.resend.at === null || code.resend.isNow ? null : (
          <p className="text-sm text-ink-soft">{t('resend_at', { time: code.resend.at })}</p>
        )}
        <p>{t('other_ways_text')}</p>
        <LinkButton kind="quiet" href="/account">
          {t('try_another')}
        </LinkButton>
      </section>
      <noscript>
        <p>
          <a className="button button-quiet" href="?">
            {t('history')}
          </a>
        </p>
      </noscript>
    </AccountFrame>
  );
}
