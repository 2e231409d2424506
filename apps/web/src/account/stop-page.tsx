import { Button, LinkButton, Notice } from '@vidimus/ui';
import {
  type ActionFunctionArgs,
  data,
  Form,
  type LoaderFunctionArgs,
  useActionData,
  useLoaderData,
} from 'react-router';
import { askAsAccount } from '../shell/ask-interface.ts';
import { requestLocale } from '../shell/request-locale.ts';
import { TextsProvider, useTexts } from '../shell/texts.tsx';
import { textsOf } from '../texts/texts.server.ts';
import { AccountFrame } from './account-frame.tsx';
import { isGone } from './account-problem.server.ts';

/** `/account/stop/:token`: opening it stops nothing, as mail programs open links, too; the button does. */
export function loader({ request }: LoaderFunctionArgs) {
  const locale = requestLocale(request);
  return { locale, texts: { account: textsOf('account', locale), shell: textsOf('shell', locale) } };
}

export async function action({ request, context, params }: ActionFunctionArgs) {
  const { api } = askAsAccount(context, request);
  try {
    await api.stopRecovery({ token: params.token ?? '' });
    return data({ done: 'stopped' as const });
  } catch (error) {
    if (!isGone(error)) throw error;
    return data({ done: 'gone_text' as const }, { status: 404 });
  }
}

export default function StopPage() {
  const { locale, texts } = useLoaderData<typeof loader>();
  return (
    <TextsProvider locale={locale} texts={texts}>
      <Stop />
    </TextsProvider>
  );
}

function Stop() {
  const t = useTexts('account');
  const done = useActionData<typeof action>()?.done;
  return (
    <AccountFrame title={t('title_stop')}>
      {done === undefined ? (
        <Form method="post" className="flex flex-col gap-4">
          <p>{t('stop_text')}</p>
          <Button kind="bad">{t('stop_do')}</Button>
        </Form>
      ) : (
        <div role="status">
          <Notice kind={done === 'stopped' ? 'good' : 'care'}>
            <p>{t(done)}</p>
          </Notice>
        </div>
      )}
      <LinkButton kind="quiet" href="/account" className="self-start">
        {t('title_sign_in')}
      </LinkButton>
    </AccountFrame>
  );
}
