import { Notice } from '@vidimus/ui';
import { Dialog } from '@vidimus/ui/desk';
import { useState } from 'react';
import { useLocation } from 'react-router';
import { useTexts } from '../shell/texts.tsx';
import { useDesk } from './shell/use-desk.ts';
import { StepUpForm } from './sign-in/step-up-form.tsx';
import { isStepUpNeeded, type ToldProblem } from './told-problem.ts';

/**
 * Asks for the second factor when an action of the page was refused for want of it, and calls `onProven`, which sends the
 * same form again. Whoever leaves it is told that nothing was changed. Without script there is a link to a page that does it.
 * @example <StepUpDialog problem={fetcher.data?.problem} onProven={() => fetcher.submit(formRef.current)} />
 */
export function StepUpDialog(props: { readonly problem: ToldProblem | undefined; readonly onProven: () => void }) {
  const { problem, onProven } = props;
  const t = useTexts('desk');
  const { member } = useDesk();
  const { pathname, search } = useLocation();
  /** The refusal to which somebody proved themselves, or which they left; another one asks again. */
  const [answered, setAnswered] = useState<{ readonly problem: ToldProblem | undefined; readonly isProven: boolean }>();
  if (!isStepUpNeeded(problem)) return null;
  const isOpen = answered?.problem !== problem;
  return (
    <>
      <noscript>
        <a className="button" href={`/desk/step-up?${new URLSearchParams({ to: pathname + search })}`}>
          {t('step_up')}
        </a>
      </noscript>
      <div role="status" className="empty:hidden">
        {isOpen || answered?.isProven ? null : (
          <Notice kind="care">
            <p>{t('step_up_left')}</p>
          </Notice>
        )}
      </div>
      <Dialog
        isOpen={isOpen}
        onOpenChange={() => setAnswered({ problem, isProven: false })}
        title={t('step_up')}
        closeLabel={t('close')}
      >
        <StepUpForm
          to={pathname + search}
          signIn={member.sign_in}
          stays
          onProven={() => {
            setAnswered({ problem, isProven: true });
            onProven();
          }}
        />
      </Dialog>
    </>
  );
}
