import { useState } from 'react';
import { Form } from 'react-router';
import { type AppOffer, AppOfferFields } from '../../shell/app-offer.tsx';
import { useTexts } from '../../shell/texts.tsx';
import { ProblemNotice } from '../shell/problem-notice.tsx';
import type { ToldProblem } from '../told-problem.ts';
import { CodeField } from './code-field.tsx';

/** First the password. The server's rule is told in words; the browser's own message would not be in the page's language. */
export function PasswordForm(props: { readonly email: string; readonly problem: ToldProblem | undefined }) {
  const t = useTexts('desk');
  return (
    <Form method="post" className="flex flex-col gap-4">
      <ProblemNotice problem={props.problem} />
      <input type="hidden" name="do" value="password" />
      <input type="hidden" name="username" autoComplete="username" value={props.email} />
      <label className="field">
        <span className="font-medium">{t('password_new')}</span>
        <input className="input" name="password" type="password" autoComplete="new-password" required />
        <span className="text-sm text-ink-soft">{t('password_hint')}</span>
      </label>
      <button type="submit" className="button button-quiet">
        {t('go_on')}
      </button>
    </Form>
  );
}

/** Then the app: a picture to scan, the secret to type, and a code to show that it works. */
export function AppForm(props: {
  readonly offer: AppOffer;
  readonly isNew: boolean;
  readonly problem: ToldProblem | undefined;
}) {
  const t = useTexts('desk');
  const { offer, isNew, problem } = props;
  const [isCopied, setCopied] = useState(false);
  const copy = async () => {
    await navigator.clipboard.writeText(offer.secret);
    setCopied(true);
  };
  return (
    <Form method="post" className="flex flex-col gap-4">
      <AppOfferFields
        area="desk"
        offer={offer}
        beside={
          <button type="button" className="button button-quiet" onClick={() => void copy()}>
            {t(isCopied ? 'copied' : 'copy')}
          </button>
        }
      />
      <input type="hidden" name="do" value="app" />
      <input type="hidden" name="isNew" value={isNew ? 'yes' : 'no'} />
      <ProblemNotice problem={problem} />
      <CodeField />
      <button type="submit" className="button">
        {t('app_confirm')}
      </button>
    </Form>
  );
}
