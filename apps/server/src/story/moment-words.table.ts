/** What happened, in a sentence for staff. What has no line here is named by its word. */
import { type Outcome, type ReasonCode, renderReason } from '@vidimus/vocabulary';
import type { LoggedEntry } from '../audit/logged-entry.ts';
import type { StepName } from '../verifications/step.ts';

type Facts = LoggedEntry['facts'];

/** Entries that say nothing to people: which steps are asked for follows from what was answered. */
export const QUIET: ReadonlySet<string> = new Set(['verification.plan']);

/** The sentence of an entry of the record. */
export function entryWords(action: string, facts: Facts, isReason: (word: string) => word is ReasonCode): string {
  const words = ENTRIES[action];
  if (words === undefined) return action;
  if (!words.includes('{outcome}')) return words;
  const outcome = OUTCOMES[String(facts.to)] ?? String(facts.to);
  const codes = Array.isArray(facts.reasons) ? facts.reasons.filter(isReason) : [];
  const headings = codes.map((code) => renderReason({ code, evidence: [NOTHING] }, 'en').heading);
  return words.replace('{outcome}', [outcome, headings.join('; ')].filter((part) => part !== '').join(': '));
}

/** What the applicant's browser could not do. */
export function troubleWords(code: ReasonCode): string {
  return `Their device: ${renderReason({ code, evidence: [NOTHING] }, 'en').heading}`;
}

/** The sentence of something that the applicant sent. */
export const ATTEMPT_WORDS: Readonly<Record<StepName, string>> = {
  consent: 'Answered whether they agree',
  details: 'Said which document it is',
  contact_phone: 'Confirmed a telephone number with a code',
  contact_email: 'Confirmed an e-mail address with a code',
  document_front: 'Photographed the front',
  document_back: 'Photographed the back',
};

export const REVIEW_OPENED = 'A person is asked to look';
export const REVIEW_CLAIMED = 'Took the review';

/** A heading needs no value. */
const NOTHING = { measure: 'heading', observed: null } as const;

const OUTCOMES: Readonly<Record<string, string>> = {
  approved: 'approved',
  action_required: 'to be done again',
  in_review: 'a person looks',
  declined: 'declined',
} satisfies Record<Outcome, string>;

const ENTRIES: Readonly<Record<string, string>> = {
  'verification.created': 'The verification was created',
  'verification.open': 'The link was opened',
  'verification.turn_away': 'Turned away before anything was taken: {outcome}',
  'verification.submit': 'Handed in what was asked for',
  'verification.decide': 'Decided: {outcome}',
  'verification.delay': 'Delayed by us; it goes on by itself',
  'verification.take_up': 'Taken up again after a delay',
  'verification.return': 'Came back to do it again',
  'verification.appeal': 'Appealed',
  'verification.look_again': 'Reopened for new evidence',
  'verification.expire': 'The link ran out',
  'verification.resume': 'Went on after the link had run out',
  'verification.cancel': 'Called off',
  'verification.overdue': 'The wait is longer than was promised',
  'verification.redacted': 'What it held was erased',
  'verification.contact_code_sent': 'Had a code sent to a number or address',
  'verification.contact_confirmed': 'Entered the code that had been sent',
  'verification.disowned': 'Said that it was not them',
  'attempt.other-document': 'This photograph shows another document than the first',
  'attempt.other-holder': 'This photograph shows another holder than the first',
  'review.opinion': 'Gave a first opinion; another person decides, too',
  'media.viewed': 'Looked at a photograph',
  'report.viewed': 'Read the report',
  'evidence.viewed': 'Read the whole story',
};
