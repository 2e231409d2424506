import type { CheckReport, Outcome, ReportLanguage } from '@vidimus/vocabulary';

/** How an outcome is told: a sign that needs no colour, a word, and what comes next. */
export type OutcomeWords = { readonly sign: string; readonly title: string; readonly next: string };

const SIGNS: Readonly<Record<Outcome, string>> = { approved: '✓', action_required: '!', in_review: '…', declined: '✕' };

/** The outcome in words; the number of reasons is told where there are several. */
export function outcomeWords(
  { outcome, reasons }: Pick<CheckReport, 'outcome' | 'reasons'>,
  { say }: ReportLanguage,
): OutcomeWords {
  const severalToMend = outcome === 'action_required' && reasons.length > 1;
  return {
    sign: SIGNS[outcome],
    title: say(outcome),
    next: severalToMend ? say('things_found', { count: reasons.length }) : say(`${outcome}_next`),
  };
}

/** How a check ended, as a sign that needs no colour. */
export const CHECK_SIGNS: Readonly<Record<CheckReport['checks'][number]['outcome'], string>> = {
  passed: '✓',
  failed: '✕',
  inconclusive: '?',
  not_applicable: '–',
  not_performed: '○',
};
