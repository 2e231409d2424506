import type { Result } from '@vidimus/engine/standards';
import {
  catalogueOf,
  findReasonEntry,
  type Locale,
  REASON_CODES,
  REASON_GROUPS,
  REASON_REGISTRY,
  type ReasonClass,
  type ReasonEntry,
  renderReason,
  similarReasonCodes,
} from '@vidimus/vocabulary';
import type { CannotRun } from '../cannot-run.ts';
import { closestWord } from '../closest-word.ts';
import { EXIT, type ExitStatus } from '../exit-status.ts';
import { parseLocale } from '../parse-values.ts';
import type { Terminal } from '../terminal.ts';

export type ExplainOptions = { readonly locale: string };

/** `vidimus explain [CODE]`: a reason code in full, or all of them in a line each. */
export function explain(
  word: string | undefined,
  options: ExplainOptions,
  terminal: Terminal,
): Result<ExitStatus, CannotRun> {
  const locale = parseLocale(options.locale);
  if (!locale.ok) return locale;
  if (word === undefined) {
    terminal.out(REASON_REGISTRY.map((entry) => inALine(entry, locale.value)).join(''));
    return { ok: true, value: EXIT.approved };
  }
  const entry = findReasonEntry(word) ?? REASON_REGISTRY.find(({ number }) => String(number) === word);
  if (entry === undefined) return unknownCode(word);
  terminal.out(inFull(entry, locale.value));
  return { ok: true, value: EXIT.approved };
}

function unknownCode(word: string): Result<never, CannotRun> {
  const closest = closestWord(word, REASON_CODES) ?? similarReasonCodes(word, 1)[0];
  return {
    ok: false,
    error: {
      code: 'cli.value-not-understood',
      what: 'CODE',
      observed: word,
      expected: 'a reason code ("npx vidimus explain" lists all)',
      ...(closest === undefined ? {} : { closest }),
    },
  };
}

const CLASSES: Readonly<Record<ReasonClass, string>> = {
  retake: 'retake: the same document, photographed again, now',
  supply: 'supply: another document, or corrected data',
  policy: "policy: the operator's rule, known before capture where it can be",
  ours: "ours: our fault or a provider's; no attempt is used",
  human: 'human: a person decides; a machine never declines on it',
  final: 'final: declined by a named person or a published rule; can be appealed',
};

const DISCLOSURES = {
  full: 'full: the applicant sees the values',
  category: 'category: the applicant sees the step, not the value',
  withheld: 'withheld: the applicant sees that a person looks, by when, and how to appeal',
} as const;

const RAISERS = {
  engine: 'the engine',
  server: 'the server (not built yet)',
  slot: "a provider's answer (no provider is built in)",
  reserved: 'nobody yet: its part is not built',
} as const;

function inALine(entry: ReasonEntry, locale: Locale): string {
  const { heading } = catalogueOf(locale).reasons[entry.code];
  return `${String(entry.number).padStart(2)}  ${entry.code}  ${heading}\n`;
}

/** The sentences that stand in place of the first where it is known why, each with its word. */
function sentencesByWhy({ code, measure }: ReasonEntry, locale: Locale): string {
  return Object.keys(catalogueOf(locale).reasons[code].because ?? {})
    .map((why) => {
      const { applicant } = renderReason({ code, evidence: [{ measure, observed: null, facts: { why } }] }, locale);
      return `\n  ${why}  ${applicant}`;
    })
    .join('');
}

function inFull(entry: ReasonEntry, locale: Locale): string {
  const words = renderReason({ code: entry.code, evidence: [{ measure: entry.measure, observed: null }] }, locale);
  return `${entry.number} ${entry.code}: ${words.heading}

To the applicant  ${words.applicant}${sentencesByWhy(entry, locale)}
To a reviewer     ${words.reviewer}
To the operator   ${words.operator}

Measured   ${entry.measure}
Class      ${CLASSES[entry.class]}
Shown      ${DISCLOSURES[entry.disclosure]}
Group      ${entry.group}, ${REASON_GROUPS[entry.group]}
Raised by  ${RAISERS[entry.raisedBy]}
`;
}
