import { Dialog } from '@vidimus/ui/desk';
import { useEffect, useState } from 'react';
import { useLocation } from 'react-router';
import { useTexts } from '../shell/texts.tsx';
import { useDesk } from './shell/use-desk.ts';
import { StepUpForm } from './sign-in/step-up-form.tsx';
import { isStepUpNeeded, type ToldProblem } from './told-problem.ts';

/**
 * Asks for the second factor when an action of the page was refused for want of it, and calls `onProven`, which sends the
 * same form again. Without script there is a link to a page that does it.
 * @example <StepUpDialog problem={fetcher.data?.problem} onProven={() => fetcher.submit(formRef.current)} />
 */
export function StepUpDialog(props: { readonly problem: ToldProblem | undefined; readonly onProven: () => void }) {
  const { problem, onProven } = props;
  const t = useTexts('desk');
  const { member } = useDesk();
  const { pathname, search } = useLocation();
  const [isOpen, setOpen] = useState(false);
  useEffect(() => setOpen(isStepUpNeeded(problem)), [problem]);
  if (!isStepUpNeeded(problem)) return null;
  return (
    <>
      <noscript>
        <a className="button" href={`/desk/step-up?${new URLSearchParams({ to: pathname + search })}`}>
          {t('step_up')}
        </a>
      </noscript>
      <Dialog isOpen={isOpen} onOpenChange={setOpen} title={t('step_up')} closeLabel={t('close')}>
        <StepUpForm
          to={pathname + search}
          signIn={member.sign_in}
          stays
          onProven={() => {
            setOpen(false);
            onProven();
          }}
        />
      </Dialog>
    </>
  );
}
