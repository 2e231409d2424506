import { Notice } from '@vidimus/ui';
import { useTexts } from '../../shell/texts.tsx';
import type { ToldProblem } from '../told-problem.ts';

/** Why the interface refused, read out when it appears. Known refusals are told in the page's language, others as they came. */
export function ProblemNotice({ problem }: { readonly problem: ToldProblem | undefined }) {
  const t = useTexts('desk');
  return (
    <div role="alert" className="empty:hidden">
      {problem === undefined ? null : (
        <Notice kind="bad">
          <p>{wordsOf(problem, t)}</p>
        </Notice>
      )}
    </div>
  );
}

function wordsOf({ code, detail }: ToldProblem, t: ReturnType<typeof useTexts<'desk'>>): string {
  switch (code) {
    case 'sign-in.refused':
      return t('problem_sign_in_refused');
    case 'sign-in.too-many':
      return t('problem_sign_in_too_many');
    case 'password.too-short':
      return t('problem_password_too_short');
    case 'password.common':
      return t('problem_password_common');
    case 'password.about-you':
      return t('problem_password_about_you');
    case 'totp.refused':
      return t('problem_totp_refused');
    case 'session.last-sign-in':
      return t('problem_last_sign_in');
    case 'review.claimed-by-another':
      return t('problem_claimed_by_another');
    case 'review.decided':
      return t('problem_review_decided');
    case 'review.needs-another-person':
      return t('problem_needs_another_person');
    case 'auth.right-missing':
      return t('problem_right_missing');
    case 'member.last-owner':
      return t('problem_last_owner');
    case 'member.email-taken':
      return t('problem_email_taken');
    case 'desk.no-outcome':
      return t('problem_no_outcome');
    case 'desk.no-grounds':
      return t('problem_no_grounds');
    case 'desk.no-reason':
      return t('problem_no_reason');
    case 'desk.no-step':
      return t('problem_no_step');
    default:
      return detail;
  }
}
