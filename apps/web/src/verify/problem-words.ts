/** Refusals of the interface, as the sentence that an applicant reads. */
import type { MessageKey } from '../texts/areas.ts';

export type ProblemKey = Extract<MessageKey<'verify'>, `problem_${string}`>;

const SENTENCES: Readonly<Record<string, ProblemKey>> = {
  'media.not-a-picture': 'problem_not_a_picture',
  'request.body-too-large': 'problem_too_large',
  'request.body-too-slow': 'problem_too_slow',
  'request.media-type-unknown': 'problem_not_a_picture',
  'request.body-invalid': 'problem_not_understood',
  'request.rate-limited': 'problem_too_fast',
  'verification.too-many-answers': 'problem_too_many_answers',
  'verification.too-many-statements': 'problem_too_many_statements',
  'link.too-many': 'problem_too_many_links',
  'verification.too-many-photographs': 'problem_too_many_photographs',
  'verification.appeal-too-late': 'problem_appeal_too_late',
  'verification.decided-already': 'problem_decided_already',
  'notice.no-mail': 'problem_no_mail',
  'notice.not-for-this': 'problem_ours',
  'link.shows-only': 'problem_shows_only',
  'receipt.birth-date-needed': 'problem_birth_date_needed',
  'receipt.birth-date-differs': 'problem_birth_date_differs',
  'receipt.too-many-tries': 'problem_too_many_dates',
  'receipt.nothing-to-compare': 'problem_no_birth_date',
};

/** Never the interface's own words: those are for developers. What is not in the table is our trouble. */
export function problemKey(code: string): ProblemKey {
  return SENTENCES[code] ?? 'problem_ours';
}
