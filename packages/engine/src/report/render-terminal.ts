/** A report for a person at a terminal: the applicant's sentences first, then what was measured. */
import type { CheckReport, Evidence, ReadReport, ReasonReport } from '@vidimus/vocabulary';
import { catalogueOf, fieldLabel, formatCountry } from '@vidimus/vocabulary';
import { capital, describeEvidence, photoName, plain, WITNESS_NAMES } from './describe-evidence.ts';
import { CHECK_OUTCOMES, outcomeWords } from './outcome-words.ts';
import { wrapText } from './wrap-text.ts';

/** How words may stand out. Without one the text is plain. */
export type Styler = Readonly<Record<'strong' | 'faint' | 'good' | 'bad' | 'caution', (text: string) => string>>;

export type TerminalOptions = {
  readonly styler?: Styler;
  /** Columns; long sentences are wrapped. */
  readonly width?: number;
};

/** Outcome, reasons with their measures, notes, and the checks in a line each. Ends with a line feed. */
export function renderCheckForTerminal(report: CheckReport, options: TerminalOptions = {}): string {
  const { styler = PLAIN, width = DEFAULT_WIDTH } = options;
  const words = outcomeWords(report);
  const paint = {
    approved: styler.good,
    declined: styler.bad,
    action_required: styler.caution,
    in_review: styler.caution,
  };
  const lines = [
    `${paint[report.outcome](styler.strong(`${words.sign} ${words.title}`))}  ${words.next}`,
    '',
    ...report.reasons.flatMap((reason, index) => reasonLines(`${index + 1}.`, reason, styler, width)),
    ...(report.notes.length === 0 ? [] : [styler.strong('Passed, but close')]),
    ...report.notes.map((note) => `  · ${note.heading}? ${styler.faint(note.evidence.map(measured).join('; '))}`),
    ...(report.notes.length === 0 ? [] : ['']),
    ...documentLines(report, styler),
    ...checkLines(report, styler),
    styler.faint(
      `Policy "${report.policy.name}", version ${report.policy.version} · as of ${report.as_of} · ${report.timings_ms.total ?? 0} ms`,
    ),
  ];
  return `${lines.join('\n')}\n`;
}

/** What the document says, per witness, with confidence. Ends with a line feed. */
export function renderReadForTerminal(report: ReadReport, options: TerminalOptions = {}): string {
  const { styler = PLAIN } = options;
  const lines = [
    styler.strong(documentName(report.document)),
    ...fieldLines(report.fields, styler),
    ...(report.mrz === null
      ? []
      : ['', styler.strong(`Code lines (${report.mrz.format})`), ...report.mrz.lines.map((line) => `  ${line}`)]),
    ...(report.mrz?.check_digits ?? []).map(({ of, outcome, expected, observed }) => {
      const wanted = outcome === 'failed' ? `, expected ${expected ?? '?'}, read ${observed ?? '?'}` : '';
      return `  ${outcome === 'failed' ? styler.bad('✕') : outcome === 'passed' ? styler.good('✓') : '○'} check digit of ${plain(of)}${wanted}`;
    }),
    ...(report.barcode === null
      ? []
      : [
          '',
          `Bar code: ${report.barcode.symbology}, ${report.barcode.standard} ${report.barcode.version ?? ''}`.trimEnd(),
        ]),
    ...report.not_read.map(({ media_id, witness, tried }) =>
      styler.faint(
        `${capital(photoName(media_id))}: no ${witness === 'mrz' ? 'code lines' : 'bar code'}${tried.length === 0 ? '' : ` (tried ${tried.join(', ')})`}`,
      ),
    ),
    ...report.photos.flatMap(({ media_id, not_usable, tried }) => [
      ...(not_usable === undefined
        ? []
        : [
            styler.bad(
              `${capital(photoName(media_id))} could not be used: ${plain(not_usable.why)} (${not_usable.observed})`,
            ),
          ]),
      ...(tried === undefined
        ? []
        : [styler.faint(`${capital(photoName(media_id))}: no document (tried ${tried.join(', ')})`)]),
    ]),
    '',
    styler.faint(`${report.timings_ms.total ?? 0} ms`),
  ];
  return `${lines.join('\n')}\n`;
}

/** Eighty columns are what a terminal has when it does not say. */
const DEFAULT_WIDTH = 80;

const asIs = (text: string): string => text;
const PLAIN: Styler = { strong: asIs, faint: asIs, good: asIs, bad: asIs, caution: asIs };

/** More evidence than this is for the explanation file. */
const EVIDENCE_SHOWN = 4;

function reasonLines(mark: string, reason: ReasonReport, styler: Styler, width: number): readonly string[] {
  const indent = '   ';
  const shown = reason.evidence.slice(0, EVIDENCE_SHOWN).map((evidence) => measured(evidence));
  const more = reason.evidence.length - shown.length;
  return [
    `${mark} ${styler.strong(reason.heading)}  ${styler.faint(reason.code)}`,
    ...wrapText(reason.message, width - indent.length).map((line) => indent + line),
    ...shown.flatMap((line) => wrapText(line, width - indent.length).map((part) => indent + styler.faint(part))),
    ...(more > 0 ? [indent + styler.faint(`and ${more} more`)] : []),
    '',
  ];
}

function measured(evidence: Evidence): string {
  const { measure, observed, limit, place, unclear } = describeEvidence(evidence);
  const corner = evidence.region?.corners[0];
  const at = corner === undefined ? '' : ` at ${Math.round(corner[0])}, ${Math.round(corner[1])} px`;
  return [
    `measured: ${measure} = ${observed}`,
    ...(limit === undefined ? [] : [`limit ${limit}`]),
    ...(place === undefined && at === '' ? [] : [`where: ${place ?? 'the picture'}${at}`]),
    ...(unclear === undefined ? [] : [unclear]),
  ].join(' · ');
}

function documentLines(report: CheckReport, styler: Styler): readonly string[] {
  if (report.document.fields.length === 0) return [];
  return [styler.strong(`Read: ${documentName(report.document)}`), ...fieldLines(report.document.fields, styler), ''];
}

function documentName({ type, issuing_state }: Pick<CheckReport['document'], 'type' | 'issuing_state'>): string {
  const catalogue = catalogueOf('en');
  const kind = type === null ? 'Document of unknown type' : catalogue.terms.documentType[type].label;
  return issuing_state === null ? kind : `${kind}, ${formatCountry(issuing_state, catalogue)}`;
}

const AGREEMENT = { agree: '=', differ: '≠', unclear: '?', one_witness: ' ' } as const;

function fieldLines(fields: CheckReport['document']['fields'], styler: Styler): readonly string[] {
  const labels = fields.map(({ field }) => fieldLabel(field, catalogueOf('en')));
  const longest = Math.max(0, ...labels.map((label) => label.length));
  return fields.map(({ value, agreement, witnesses }, index) => {
    const said = witnesses.map(({ witness, value: read, confidence }) => {
      const sure = confidence === undefined ? '' : ` ${Math.round(confidence * 100)} %`;
      return read === value ? `${WITNESS_NAMES[witness]}${sure}` : `${WITNESS_NAMES[witness]} "${read}"${sure}`;
    });
    const label = (labels[index] ?? '').padEnd(longest);
    return `  ${AGREEMENT[agreement]} ${label}  ${value}  ${styler.faint(said.join(' · '))}`;
  });
}

function checkLines(report: CheckReport, styler: Styler): readonly string[] {
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
      `Checks: ${count('passed')} of ${report.checks.length} hold, ${count('not_applicable')} do not apply`,
    ),
    ...groupAlike(open).map(([check, ...others]) => {
      const { sign, word } = CHECK_OUTCOMES[check.outcome];
      const because = 'because' in check ? `: ${check.because}` : '';
      const named = others.length < GROUPED ? [check, ...others].map(({ check: name }) => name).join(', ') : null;
      const subject = named ?? `${check.check} and ${others.length} more`;
      return `  ${paint[check.outcome](sign)} ${subject} ${styler.faint(`${word}${because}`)}`;
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
