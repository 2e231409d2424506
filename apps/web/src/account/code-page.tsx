import { TYPED_CHANNELS } from '@vidimus/protocol';
import { Button, LinkButton, Notice } from '@vidimus/ui';
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
import type { CodeAnswer } from '../codes/code-answer.ts';
import { CodeEntry } from '../codes/code-entry.tsx';
import { DeliveryHistory } from '../codes/delivery-history.tsx';
import { ReloadCode } from '../codes/reload-code.tsx';
import { askAsAccount } from '../shell/ask-interface.ts';
import { formatMessage } from '../shell/format-message.ts';
import { requestLocale } from '../shell/request-locale.ts';
import { TextsProvider, useTexts } from '../shell/texts.tsx';
import { useKeptAnswer } from '../shell/use-kept-answer.ts';
import { textsOf } from '../texts/texts.server.ts';
import { useFollowAlong } from '../verify/follow-along.ts';
import { textIn } from '../verify/taking-steps.server.ts';
import { AccountFrame } from './account-frame.tsx';
import { isGone, orRefused } from './account-problem.server.ts';
import { codeView } from './code-view.server.ts';
import { RefusalNotice } from './refusal-notice.tsx';
import { refusalIn } from './told-refusal.ts';

type Entered = { readonly entered: CodeAnswer };

/** As long as a code may be on the wire: what is longer is none. */
const LONGEST_CODE = 12;

/**
 * `/account/code/:ticket`: what becomes of the code, and where it is entered. While an account is being kept it is
 * `/receipt/:token/account/code/:ticket`: whoever has no account yet has another way at the receipt, and none at the sign-in.
 */
export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const locale = requestLocale(request);
  const texts = {
    account: textsOf('account', locale),
    codes: textsOf('codes', locale),
    shell: textsOf('shell', locale),
  };
  const { api } = askAsAccount(context, request);
  const otherWays = params.token === undefined ? '/account' : `/receipt/${params.token}/account`;
  try {
    const code = await api.lookAtCode({ ticket: params.ticket ?? '' });
    return data({ locale, texts, otherWays, code: codeView(code, locale) });
  } catch (error) {
    if (!isGone(error)) throw error;
    return data({ locale, texts, otherWays, code: undefined }, { status: 404 });
  }
}

export async function action({ request, context, params }: ActionFunctionArgs) {
  const locale = requestLocale(request);
  const form = await request.formData();
  const ticket = params.ticket ?? '';
  const { api, headers } = askAsAccount(context, request);
  return orRefused(locale, async () => {
    if (textIn(form, 'do') === 'resend') {
      const channel = TYPED_CHANNELS.find((one) => one === textIn(form, 'channel'));
      await api.resendCode({ ticket, ...(channel === undefined ? {} : { channel }) });
      return redirect(new URL(request.url).pathname);
    }
    const code = textIn(form, 'code').replaceAll(/\s/g, '').slice(0, LONGEST_CODE);
    if (code === '') return data<Entered>({ entered: { kind: 'missing', field: 'code' } }, { status: 422 });
    const { accepted, tries_left: triesLeft } = await api.enterCode({ ticket, code });
    if (accepted) return redirect('/account/mine', { headers: headers() });
    const message = formatMessage(textsOf('account', locale).code_wrong, locale, { left: triesLeft });
    return data<Entered>({ entered: { kind: 'wrong', reasons: [{ message }], triesLeft } }, { status: 422 });
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
  const { code, otherWays } = useLoaderData<typeof loader>();
  const answer = useKeptAnswer(useActionData<typeof action>());
  const isBusy = useNavigation().state !== 'idle';
  useFollowAlong(code?.isWaiting === true, SLOWEST_MS);
  if (code === undefined) {
    return (
      <AccountFrame title={t('title_gone')}>
        <p>{t('gone_text')}</p>
        <LinkButton href={otherWays}>{t(otherWays === '/account' ? 'title_sign_in' : 'title_keep')}</LinkButton>
      </AccountFrame>
    );
  }
  const entered = answer !== undefined && 'entered' in answer ? answer.entered : undefined;
  const isOver = !code.isWaiting || (entered?.kind === 'wrong' && entered.triesLeft === 0);
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
        <CodeEntry answer={entered} triesLeft={code.triesLeft} />
      )}
      <DeliveryHistory code={code.history} />
      {isOver ? null : <ReloadCode />}
      {code.isWaiting && code.isLate ? (
        <div role="status">
          <Notice kind="care">
            <p>{t('code_late', { seconds: code.usualSeconds })}</p>
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
        <LinkButton kind="quiet" href={otherWays}>
          {t('try_another')}
        </LinkButton>
      </section>
    </AccountFrame>
  );
}
