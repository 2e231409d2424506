import { Button, LinkButton, TextField } from '@vidimus/ui';
import {
  type ActionFunctionArgs,
  data,
  Form,
  type LoaderFunctionArgs,
  useActionData,
  useLoaderData,
  useNavigation,
} from 'react-router';
import { askAsAccount } from '../shell/ask-interface.ts';
import { requestLocale } from '../shell/request-locale.ts';
import { TextsProvider, useTexts } from '../shell/texts.tsx';
import { textsOf } from '../texts/texts.server.ts';
import { textIn } from '../verify/taking-steps.server.ts';
import { AccountFrame } from './account-frame.tsx';
import { orRefused } from './account-problem.server.ts';
import { placeIn } from './place-in.ts';
import { RefusalNotice } from './refusal-notice.tsx';
import { refusalIn } from './told-refusal.ts';

/** `/account/recover`: "I have lost everything". */
export function loader({ request }: LoaderFunctionArgs) {
  const locale = requestLocale(request);
  return { locale, texts: { account: textsOf('account', locale), shell: textsOf('shell', locale) } };
}

/** Two addresses are handed out once: the one to keep, and the one to go on with. */
export async function action({ request, context }: ActionFunctionArgs) {
  const locale = requestLocale(request);
  const form = await request.formData();
  const place = placeIn(new URL(request.url).searchParams);
  const { api } = askAsAccount(context, request);
  return orRefused(locale, async () => {
    const asked = await api.askRecovery({
      ...place,
      contact: textIn(form, 'contact'),
      new_contact: textIn(form, 'new_contact'),
      locale,
    });
    return data({ recovery: asked.token, verification: asked.verification.token });
  });
}

export default function RecoverPage() {
  const { locale, texts } = useLoaderData<typeof loader>();
  return (
    <TextsProvider locale={locale} texts={texts}>
      <Recover />
    </TextsProvider>
  );
}

function Recover() {
  const t = useTexts('account');
  const answer = useActionData<typeof action>();
  const isBusy = useNavigation().state !== 'idle';
  const asked = answer !== undefined && 'recovery' in answer ? answer : undefined;
  return (
    <AccountFrame title={t('title_recover')}>
      <p>{t('recover_text')}</p>
      <RefusalNotice refused={refusalIn(answer)} />
      {asked === undefined ? (
        <Form method="post" className="flex flex-col gap-4">
          <TextField
            label={t('recover_old')}
            hint={t('contact_hint')}
            name="contact"
            autoComplete="off"
            dir="ltr"
            required
          />
          <TextField label={t('recover_new')} name="new_contact" autoComplete="off" dir="ltr" required />
          <Button busy={isBusy}>{t('recover_go')}</Button>
        </Form>
      ) : (
        <div className="flex flex-col gap-3" role="status">
          <p>{t('recover_keep')}</p>
          <a href={`/account/recovery/${asked.recovery}`}>{t('title_recovery')}</a>
          <LinkButton href={`/verify/${asked.verification}`}>{t('recover_go')}</LinkButton>
        </div>
      )}
    </AccountFrame>
  );
}
