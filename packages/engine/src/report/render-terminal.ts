/** A report for a person at a terminal: the applicant's sentences first, then what was measured. */
import {
  type CheckReport,
  describeEvidence,
  type Evidence,
  joinClauses,
  policyWords,
  type ReasonReport,
  type ReportLanguage,
  reportLanguage,
} from '@vidimus/vocabulary';
import { describeDocument } from './describe-document.ts';
import { fieldLines } from './field-lines.ts';
import { formatDuration } from './format-duration.ts';
import { linesLeft } from './lines-left.ts';
import { CHECK_SIGNS, outcomeWords } from './outcome-words.ts';
import { PLAIN, type Styler, type TerminalOptions } from './styler.ts';
import { wrapText } from './wrap-text.ts';

/** Outcome, reasons with their measures, notes, and the checks in a line each, in the report's language. Ends with a line feed. */
export function renderCheckForTerminal(report: CheckReport, options: TerminalOptions = {}): string {
  const { styler = PLAIN, width = DEFAULT_WIDTH } = options;
  const language = reportLanguage(report.locale);
  const { say, locale } = language;
  const words = outcomeWords(report, language);
  const paint = {
    approved: styler.good,
    declined: styler.bad,
    action_required: styler.caution,
    in_review: styler.caution,
  };
  const lines = [
    `${paint[report.outcome](styler.strong(`${words.sign} ${words.title}`))}  ${words.next}`,
    '',
    ...report.reasons.flatMap((reason, index) => reasonLines(`${index + 1}.`, reason, styler, width, language)),
    ...(report.notes.length === 0 ? [] : [styler.strong(say('close'))]),
    ...report.notes.map(({ heading, evidence }) => {
      const figures = joinClauses(
        evidence.map((one) => measured(one, language)),
        language,
      );
      return `  · ${say('close_to', { heading })} ${styler.faint(figures)}`;
    }),
    ...(report.notes.length === 0 ? [] : ['']),
    ...documentLines(report, styler, language),
    ...checkLines(report, styler, language),
    styler.faint(
      [
        say('policy', { policy: policyWords(report.policy.name, language), version: report.policy.version }),
        say('as_of', { date: report.as_of }),
        formatDuration(report.timings_ms.total ?? 0, locale),
      ].join(' · '),
    ),
  ];
  return `${lines.join('\n')}\n`;
}

/** Eighty columns are what a terminal has when it does not say. */
const DEFAULT_WIDTH = 80;

/** More evidence than this is for the explanation file. */
const EVIDENCE_SHOWN = 4;
const CHARACTERS_SHOWN = 6;

function reasonLines(
  mark: string,
  reason: ReasonReport,
  styler: Styler,
  width: number,
  language: ReportLanguage,
): readonly string[] {
  const indent = '   ';
  const shown = reason.evidence.slice(0, EVIDENCE_SHOWN);
  const count = reason.evidence.length - shown.length;
  const faint = (text: string, indentation: string) =>
    wrapText(text, width - indentation.length).map((part) => indentation + styler.faint(part));
  return [
    `${mark} ${styler.strong(reason.heading)}  ${styler.faint(reason.code)}`,
    ...wrapText(reason.message, width - indent.length).map((line) => indent + line),
    ...shown.flatMap((evidence) => [
      ...faint(measured(evidence, language), indent),
      ...charactersOf(evidence, language).flatMap((line) => faint(line, `${indent}  `)),
    ]),
    ...(count > 0 ? [indent + styler.faint(language.say('and_more', { count }))] : []),
    '',
  ];
}

/** The characters in doubt, as many as a person at a terminal compares with the picture. */
function charactersOf(evidence: Evidence, language: ReportLanguage): readonly string[] {
  const { characters } = describeEvidence(evidence, language);
  const count = characters.length - CHARACTERS_SHOWN;
  const more = count > 0 ? [language.say('and_more', { count })] : [];
  return [...characters.slice(0, CHARACTERS_SHOWN), ...more].map((line) => `· ${line}`);
}

function measured(evidence: Evidence, language: ReportLanguage): string {
  const { say } = language;
  const { measure, observed, limit, place, unclear } = describeEvidence(evidence, language);
  const corner = evidence.region?.corners[0];
  const named = place ?? say('the_picture');
  const where =
    corner === undefined
      ? place
      : say('at_pixel', { place: named, x: String(Math.round(corner[0])), y: String(Math.round(corner[1])) });
  return [
    say('measured_is', { measure, observed }),
    ...(limit === undefined ? [] : [say(`${limit.name}_is`, { limit: limit.words })]),
    ...(where === undefined ? [] : [say('where_is', { place: where })]),
    ...(unclear === undefined ? [] : [unclear]),
  ].join(' · ');
}

function documentLines(report: CheckReport, styler: Styler, language: ReportLanguage): readonly string[] {
  const left = linesLeft(report.photos, language).map(styler.caution);
  if (report.document.fields.length === 0) return left.length === 0 ? [] : [...left, ''];
  const document = describeDocument(report.document, language);
  return [
    styler.strong(language.say('read_from', { document })),
    ...fieldLines(report.document.fields, styler, language),
    ...left,
    '',
  ];
}

function checkLines(report: CheckReport, styler: Styler, language: ReportLanguage): readonly string[] {
  const { say, tell } = language;
  if (report.checks.length === 0) return [];
  const count = (outcome: string) => report.checks.filter((check) => check.outcome === outcome).length;
  const paint = {
    passed: styler.good,
    failed: styler.bad,
    inconclusive: styler.caution,
    not_applicable: styler.faint,
    not_performed: styler.caution,
  };
  const open = report.checks.filter(({ outcome }) => outcome !== 'passed' && outcome !== 'not_applicable');
  return [
    styler.strong(
      say('checks_hold', { holding: count('passed'), all: report.checks.length, idle: count('not_applicable') }),
    ),
    ...groupAlike(open).map(([check, ...others]) => {
      const because = 'because' in check ? `: ${tell(check.because)}` : '';
      const named = [check, ...others].slice(0, others.length < GROUPED ? GROUPED : 1);
      const more = others.length < GROUPED ? [] : [say('and_more', { count: others.length })];
      const claims = joinClauses([...named.map((one) => tell(one.check)), ...more], language);
      const ended = `${say(check.outcome)}${because}`;
      const codes = named.map((one) => one.check).join(', ');
      return `  ${paint[check.outcome](CHECK_SIGNS[check.outcome])} ${claims} · ${styler.faint(`${ended} · ${codes}`)}`;
    }),
    '',
  ];
}

type ReportedCheck = CheckReport['checks'][number];
/** From this many on, checks that could not look for one and the same reason are counted and not named. */
const GROUPED = 4;

/** Checks that ended alike, for the same reason, make one line. */
function groupAlike(checks: readonly ReportedCheck[]): readonly (readonly [ReportedCheck, ...ReportedCheck[]])[] {
  const groups = new Map<string, [ReportedCheck, ...ReportedCheck[]]>();
  for (const check of checks) {
    const reason = check.outcome === 'not_performed' ? check.because : check.check;
    const group = groups.get(`${check.outcome} ${reason}`);
    if (group === undefined) groups.set(`${check.outcome} ${reason}`, [check]);
    else group.push(check);
  }
  return [...groups.values()];
}
