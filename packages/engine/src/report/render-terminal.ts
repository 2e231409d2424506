/** A report for a person at a terminal: the applicant's sentences first, then what was measured. */
import {
  type CheckReport,
  type Evidence,
  fieldLabel,
  type Locale,
  type ReadReport,
  type ReasonReport,
  type ReportLanguage,
  reportLanguage,
} from '@vidimus/vocabulary';
import { describeDocument } from './describe-document.ts';
import { describeEvidence } from './describe-evidence.ts';
import { fileTrouble, shownValue } from './describe-value.ts';
import { formatDuration } from './format-duration.ts';
import { joinWords } from './join-words.ts';
import { CHECK_SIGNS, outcomeWords } from './outcome-words.ts';
import { photoTitle } from './photo-name.ts';
import { wrapText } from './wrap-text.ts';

/** How words may stand out. Without one the text is plain. */
export type Styler = Readonly<Record<'strong' | 'faint' | 'good' | 'bad' | 'caution', (text: string) => string>>;

export type TerminalOptions = {
  readonly styler?: Styler;
  /** Columns; long sentences are wrapped. */
  readonly width?: number;
};

/** A reading has no sentences of its own, so that its language is asked for here. */
export type ReadTerminalOptions = TerminalOptions & { readonly locale?: Locale };

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
      const figures = evidence.map((one) => measured(one, language)).join('; ');
      return `  · ${say('close_to', { heading })} ${styler.faint(figures)}`;
    }),
    ...(report.notes.length === 0 ? [] : ['']),
    ...documentLines(report, styler, language),
    ...checkLines(report, styler, language),
    styler.faint(
      [
        say('policy', { policy: report.policy.name, version: report.policy.version }),
        say('as_of', { date: report.as_of }),
        formatDuration(report.timings_ms.total ?? 0, locale),
      ].join(' · '),
    ),
  ];
  return `${lines.join('\n')}\n`;
}

/** What the document says, per witness, with confidence. Ends with a line feed. */
export function renderReadForTerminal(report: ReadReport, options: ReadTerminalOptions = {}): string {
  const { styler = PLAIN, locale = 'en' } = options;
  const language = reportLanguage(locale);
  const lines = [
    styler.strong(describeDocument(report.document, language)),
    ...fieldLines(report.fields, styler, language),
    ...zoneLines(report, styler, language),
    ...photoLines(report, styler, language),
    '',
    styler.faint(formatDuration(report.timings_ms.total ?? 0, locale)),
  ];
  return `${lines.join('\n')}\n`;
}

/** Eighty columns are what a terminal has when it does not say. */
const DEFAULT_WIDTH = 80;

const asIs = (text: string): string => text;
const PLAIN: Styler = { strong: asIs, faint: asIs, good: asIs, bad: asIs, caution: asIs };

/** More evidence than this is for the explanation file. */
const EVIDENCE_SHOWN = 4;

function reasonLines(
  mark: string,
  reason: ReasonReport,
  styler: Styler,
  width: number,
  language: ReportLanguage,
): readonly string[] {
  const indent = '   ';
  const shown = reason.evidence.slice(0, EVIDENCE_SHOWN).map((evidence) => measured(evidence, language));
  const count = reason.evidence.length - shown.length;
  return [
    `${mark} ${styler.strong(reason.heading)}  ${styler.faint(reason.code)}`,
    ...wrapText(reason.message, width - indent.length).map((line) => indent + line),
    ...shown.flatMap((line) => wrapText(line, width - indent.length).map((part) => indent + styler.faint(part))),
    ...(count > 0 ? [indent + styler.faint(language.say('and_more', { count }))] : []),
    '',
  ];
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
    ...(limit === undefined ? [] : [say('limit_is', { limit })]),
    ...(where === undefined ? [] : [say('where_is', { place: where })]),
    ...(unclear === undefined ? [] : [unclear]),
  ].join(' · ');
}

function documentLines(report: CheckReport, styler: Styler, language: ReportLanguage): readonly string[] {
  if (report.document.fields.length === 0) return [];
  const document = describeDocument(report.document, language);
  return [
    styler.strong(language.say('read_from', { document })),
    ...fieldLines(report.document.fields, styler, language),
    '',
  ];
}

const AGREEMENT = { agree: '=', differ: '≠', unclear: '?', one_witness: ' ' } as const;

function fieldLines(
  fields: CheckReport['document']['fields'],
  styler: Styler,
  language: ReportLanguage,
): readonly string[] {
  const { say, catalogue, locale } = language;
  const percent = new Intl.NumberFormat(locale, { style: 'percent' });
  const labels = fields.map(({ field }) => fieldLabel(field, catalogue));
  const longest = Math.max(0, ...labels.map((label) => label.length));
  return fields.map(({ field, value, agreement, witnesses }, index) => {
    const said = witnesses.map(({ witness, value: read, confidence }) => {
      const sure = confidence === undefined ? '' : ` ${percent.format(confidence)}`;
      return read === value ? `${say(witness)}${sure}` : `${say(witness)} "${read}"${sure}`;
    });
    const label = (labels[index] ?? '').padEnd(longest);
    return `  ${AGREEMENT[agreement]} ${label}  ${shownValue(value, field, language)}  ${styler.faint(said.join(' · '))}`;
  });
}

function zoneLines({ mrz, barcode }: ReadReport, styler: Styler, { say, tell }: ReportLanguage): readonly string[] {
  const zone =
    mrz === null
      ? []
      : ['', styler.strong(say('code_lines', { format: mrz.format })), ...mrz.lines.map((line) => `  ${line}`)];
  const digits = (mrz?.check_digits ?? []).map(({ of, outcome, expected = '?', observed = '?' }) => {
    const wanted = outcome === 'failed' ? [say('expected_read', { expected, observed })] : [];
    const sign = { passed: styler.good('✓'), failed: styler.bad('✕'), not_performed: '○' }[outcome];
    return `  ${sign} ${[tell(`check digit of ${of}`), ...wanted].join(' · ')}`;
  });
  if (barcode === null) return [...zone, ...digits];
  const kind = `${barcode.symbology}, ${barcode.standard} ${barcode.version ?? ''}`.trimEnd();
  return [...zone, ...digits, '', say('bar_code_is', { kind })];
}

function photoLines(report: ReadReport, styler: Styler, language: ReportLanguage): readonly string[] {
  const { say, tell } = language;
  const withTried = (text: string, tried: readonly string[]) =>
    tried.length === 0 ? text : `${text} (${say('tried', { tried: joinWords(tried.map(tell), language) })})`;
  return [
    ...report.not_read.map(({ media_id, witness, tried }) => {
      const photo = photoTitle(media_id, language);
      return styler.faint(withTried(say(witness === 'mrz' ? 'no_code_lines' : 'no_bar_code', { photo }), tried));
    }),
    ...report.photos.flatMap(({ media_id, not_usable, tried }) => {
      const photo = photoTitle(media_id, language);
      if (not_usable !== undefined) {
        const why = fileTrouble(not_usable.why, not_usable.observed, language);
        return [styler.bad(`${say('not_opened', { photo, why })} (${not_usable.observed})`)];
      }
      return tried === undefined ? [] : [styler.faint(withTried(say('no_document_on', { photo }), tried))];
    }),
  ];
}

function checkLines(report: CheckReport, styler: Styler, { say, tell }: ReportLanguage): readonly string[] {
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
      const claims = [...named.map((one) => tell(one.check)), ...more].join('; ');
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
