import type { CheckReport, Outcome } from '@vidimus/vocabulary';

/** How an outcome is told: a sign that needs no colour, a word, and what comes next. */
export type OutcomeWords = { readonly sign: string; readonly title: string; readonly next: string };

const WORDS: Readonly<Record<Outcome, OutcomeWords>> = {
  approved: { sign: '✓', title: 'Approved', next: 'Every check that applies passed. Nothing more is needed.' },
  action_required: {
    sign: '!',
    title: 'Something is needed from you',
    next: 'Mend what is listed, then send it again.',
  },
  in_review: {
    sign: '…',
    title: 'A person will look',
    next: 'Nothing is decided yet. There is nothing that you must do.',
  },
  declined: { sign: '✕', title: 'Declined', next: 'A rule of the operator says no. You can appeal.' },
};

/** The outcome in words; the number of reasons is told where there are several. */
export function outcomeWords(report: Pick<CheckReport, 'outcome' | 'reasons'>): OutcomeWords {
  const words = WORDS[report.outcome];
  if (report.outcome !== 'action_required' || report.reasons.length < 2) return words;
  return { ...words, next: `${report.reasons.length} things were found, the easiest to mend first.` };
}

/** How a check ended, with a sign that needs no colour. */
export const CHECK_OUTCOMES: Readonly<
  Record<CheckReport['checks'][number]['outcome'], { readonly sign: string; readonly word: string }>
> = {
  passed: { sign: '✓', word: 'holds' },
  failed: { sign: '✕', word: 'does not hold' },
  inconclusive: { sign: '?', word: 'cannot tell' },
  not_applicable: { sign: '–', word: 'does not apply' },
  not_performed: { sign: '○', word: 'could not look' },
};
