import { Button } from '@vidimus/ui';
import {
  type ActionFunctionArgs,
  Form,
  type LoaderFunctionArgs,
  redirect,
  useActionData,
  useLoaderData,
} from 'react-router';
import { askAsAccount } from '../shell/ask-interface.ts';
import { requestLocale } from '../shell/request-locale.ts';
import { TextsProvider, useTexts } from '../shell/texts.tsx';
import { textsOf } from '../texts/texts.server.ts';
import { AccountFrame } from './account-frame.tsx';
import { orRefused } from './account-problem.server.ts';
import { RefusalNotice } from './refusal-notice.tsx';
import { refusalIn } from './told-refusal.ts';

/** `/account/finish/:token`: the link that came to the new contact. Opening it changes nothing; the button does. */
export function loader({ request }: LoaderFunctionArgs) {
  const locale = requestLocale(request);
  return { locale, texts: { account: textsOf('account', locale), shell: textsOf('shell', locale) } };
}

export async function action({ request, context, params }: ActionFunctionArgs) {
  const { api, headers } = askAsAccount(context, request);
  return orRefused(requestLocale(request), async () => {
    await api.finishRecovery({ token: params.token ?? '' });
    return redirect('/account/mine', { headers: headers() });
  });
}

export default function FinishPage() {
  const { locale, texts } = useLoaderData<typeof loader>();
  return (
    <TextsProvider locale={locale} texts={texts}>
      <Finish />
    </TextsProvider>
  );
}

function Finish() {
  const t = useTexts('account');
  return (
    <AccountFrame title={t('title_finish')}>
      <RefusalNotice refused={refusalIn(useActionData<typeof action>())} />
      <Form method="post" className="flex flex-col gap-4">
        <p>{t('finish_text')}</p>
        <Button>{t('finish_do')}</Button>
      </Form>
    </AccountFrame>
  );
}
