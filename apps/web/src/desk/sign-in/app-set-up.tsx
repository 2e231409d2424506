import { useState } from 'react';
import { Form } from 'react-router';
import { useTexts } from '../../shell/texts.tsx';
import { ProblemNotice } from '../shell/problem-notice.tsx';
import type { ToldProblem } from '../told-problem.ts';
import { CodeField } from './code-field.tsx';
import type { AppOffer } from './set-up.server.ts';

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
  const { size, path } = offer.qr;
  const [isCopied, setCopied] = useState(false);
  const copy = async () => {
    await navigator.clipboard.writeText(offer.secret);
    setCopied(true);
  };
  return (
    <Form method="post" className="flex flex-col gap-4">
      <p>{t('app_scan')}</p>
      <svg
        role="img"
        aria-label={t('app_qr')}
        viewBox={`0 0 ${size} ${size}`}
        className="mx-auto size-52 rounded-control bg-white text-black"
        shapeRendering="crispEdges"
      >
        <path d={path} fill="currentColor" />
      </svg>
      <p>{t('app_type')}</p>
      <p className="flex flex-wrap items-center gap-2">
        <code dir="ltr" className="rounded-control bg-sunken px-2 py-1 font-mono text-sm break-all">
          {offer.secret.match(/.{1,4}/g)?.join(' ')}
        </code>
        <button type="button" className="button button-quiet" onClick={() => void copy()}>
          {t(isCopied ? 'copied' : 'copy')}
        </button>
      </p>
      <input type="hidden" name="do" value="app" />
      <input type="hidden" name="uri" value={offer.uri} />
      <input type="hidden" name="secret" value={offer.secret} />
      <input type="hidden" name="isNew" value={isNew ? 'yes' : 'no'} />
      <ProblemNotice problem={problem} />
      <CodeField />
      <button type="submit" className="button">
        {t('app_confirm')}
      </button>
    </Form>
  );
}
