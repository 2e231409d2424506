/** A reading for a person at a terminal: what the document says and what was tried, nothing judged. */
import {
  fileTrouble,
  joinClauses,
  type Locale,
  photoTitle,
  type ReadReport,
  type ReportLanguage,
  reportLanguage,
} from '@vidimus/vocabulary';
import { describeDocument } from './describe-document.ts';
import { fieldLines } from './field-lines.ts';
import { formatDuration } from './format-duration.ts';
import { linesLeft } from './lines-left.ts';
import { PLAIN, type Styler, type TerminalOptions } from './styler.ts';

/** A reading has no sentences of its own, so that its language is asked for here. */
export type ReadTerminalOptions = TerminalOptions & { readonly locale?: Locale };

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
    tried.length === 0 ? text : `${text} (${say('tried', { tried: joinClauses(tried.map(tell), language) })})`;
  return [
    ...report.not_read.map(({ media_id, witness, tried }) => {
      const photo = photoTitle(media_id, language);
      return styler.faint(withTried(say(witness === 'mrz' ? 'no_code_lines' : 'no_bar_code', { photo }), tried));
    }),
    ...linesLeft(report.photos, language).map(styler.caution),
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
