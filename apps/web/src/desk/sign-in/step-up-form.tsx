import { Notice } from '@vidimus/ui';
import { useEffect } from 'react';
import { useFetcher } from 'react-router';
import { PasskeyButton } from '../../shell/passkey-button.tsx';
import { useTexts } from '../../shell/texts.tsx';
import { ProblemNotice } from '../shell/problem-notice.tsx';
import type { StepUpDone, ToldProblem } from '../told-problem.ts';
import { CodeField } from './code-field.tsx';
import { stepUpWithPasskey } from './passkey.ts';

/** By whichever second factor somebody has. Calls `onProven` when it held; `stays` in the page instead of leading on to `to`. */
export function StepUpForm(props: {
  readonly to: string;
  readonly signIn: { readonly totp: boolean; readonly passkeys: number };
  readonly problem?: ToldProblem | undefined;
  readonly stays?: boolean;
  readonly onProven: () => void;
}) {
  const { to, signIn, problem, stays = false, onProven } = props;
  const t = useTexts('desk');
  const fetcher = useFetcher<StepUpDone>();
  const isProven = fetcher.data?.isProven === true;
  // biome-ignore lint/correctness/useExhaustiveDependencies: once, when it was proven
  useEffect(() => {
    if (isProven) onProven();
  }, [isProven]);
  return (
    <div className="flex flex-col gap-4">
      <p>{t('step_up_text')}</p>
      {signIn.passkeys > 0 ? (
        <PasskeyButton area="desk" label={t('step_up_passkey')} act={stepUpWithPasskey} onDone={onProven} />
      ) : null}
      {signIn.totp ? (
        <fetcher.Form method="post" action="/desk/step-up" className="flex flex-col gap-4">
          <Refused problem={fetcher.data?.problem ?? problem} />
          <input type="hidden" name="to" value={to} />
          <input type="hidden" name="stay" value={stays ? 'yes' : 'no'} />
          <CodeField />
          <button type="submit" className="button button-quiet">
            {t('step_up_code')}
          </button>
        </fetcher.Form>
      ) : null}
    </div>
  );
}

/** Of a sign-in the words are about an address and a password too; here there is a code alone. */
function Refused({ problem }: { readonly problem: ToldProblem | undefined }) {
  const t = useTexts('desk');
  if (problem?.code !== 'sign-in.refused') return <ProblemNotice problem={problem} />;
  return (
    <div role="alert">
      <Notice kind="bad">
        <p>{t('step_up_refused')}</p>
      </Notice>
    </div>
  );
}
