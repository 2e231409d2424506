import {
  type CheckReport,
  capital,
  describeSide,
  fileTrouble,
  formatList,
  joinClauses,
  joinWords,
  photoName,
  photoTitle,
  type ReadReport,
  type ReportLanguage,
} from '@vidimus/vocabulary';
import { html } from 'hono/html';
import { formatDuration } from '../format-duration.ts';
import { linesLeft } from '../lines-left.ts';
import { type Markup, NOTHING } from './markup.ts';

/** What each stage saw and how long it took, in the order of the path. */
export function stageList(report: CheckReport, read: ReadReport | undefined, language: ReportLanguage): Markup {
  const { say, locale } = language;
  const times = report.timings_ms;
  const stages = [
    ...Object.keys(NAMES).filter((stage) => stage in times),
    ...Object.keys(times).filter((stage) => stage !== 'total' && !(stage in NAMES)),
  ];
  const total = Math.max(1, times.total ?? 0);
  return html`<ol class="stages">${stages.map((stage) => {
    const ms = times[stage] ?? 0;
    const name = NAMES[stage] === undefined ? capital(stage.replaceAll('_', ' '), language) : say(NAMES[stage]);
    return html`<li><div class="row"><span>${name}</span><bdi>${formatDuration(ms, locale)}</bdi></div><div class="bar" aria-hidden="true"><i style="width:${Math.min(100, Math.round((ms / total) * 100))}%"></i></div>${seenBy(stage, report, read, language).map((line) => html`<div>${line}</div>`)}${stage === 'mrz' && read?.mrz ? html`<pre dir="ltr" tabindex="0" role="region" aria-label="${say('code_lines_as_printed')}">${read.mrz.lines.join('\n')}</pre>` : NOTHING}</li>`;
  })}</ol>`;
}

/** The stages in the order of the path. */
const NAMES: Readonly<
  Record<string, 'decode' | 'locate' | 'read_mrz' | 'read_barcode' | 'read_print' | 'quality' | 'checks'>
> = {
  decode: 'decode',
  locate: 'locate',
  mrz: 'read_mrz',
  barcode: 'read_barcode',
  visual_zone: 'read_print',
  quality: 'quality',
  checks: 'checks',
};

function seenBy(
  stage: string,
  report: CheckReport,
  read: ReadReport | undefined,
  language: ReportLanguage,
): readonly string[] {
  const { say } = language;
  switch (stage) {
    case 'decode':
      return report.photos.map(({ media_id, width, height, not_usable }) => {
        const photo = photoTitle(media_id, language);
        if (width !== null) return say('photo_size', { photo, size: `${width} × ${height}` });
        const why = fileTrouble(not_usable?.why ?? 'damaged', not_usable?.observed ?? '', language);
        return say('photo_not_usable', { photo, why });
      });
    case 'locate':
      return report.photos.flatMap((photo) => locatedOn(photo, language));
    case 'mrz': {
      if (read === undefined) return [];
      if (read.mrz === null) return triedFor('mrz', read, language);
      const { format, media_id, check_digits } = read.mrz;
      const digits = joinWords(
        check_digits.map((digit) => checkDigit(digit, language)),
        language,
      );
      return [say('zone_read', { format, photo: photoName(media_id, language), digits })];
    }
    case 'barcode': {
      if (read === undefined) return [];
      if (read.barcode === null) return triedFor('barcode', read, language);
      const { symbology, standard, media_id } = read.barcode;
      return [say('barcode_read', { kind: `${symbology}, ${standard}`, photo: photoName(media_id, language) })];
    }
    case 'visual_zone':
      return [
        ...(read === undefined ? [] : [say('text_lines', { count: read.text.length })]),
        ...linesLeft(report.photos, language),
      ];
    case 'checks':
      return [say('results', { count: report.checks.length })];
    default:
      return [];
  }
}

function locatedOn(
  { media_id, pages, tried }: CheckReport['photos'][number],
  language: ReportLanguage,
): readonly string[] {
  const { say, locale } = language;
  const photo = photoTitle(media_id, language);
  if (pages.length === 0) {
    return tried === undefined ? [] : [say('no_document', { photo, tried: triedWords(tried, language) })];
  }
  const figure = new Intl.NumberFormat(locale);
  return pages.map(({ format, side, outline, text_lines, quality }) => {
    const blur = quality.blur_to_text_height;
    const located = say('page_located', {
      photo,
      format: formatName(format, language),
      side: describeSide(side, language),
      outline: say(outline === null ? 'whole_frame' : 'outline_seen'),
      dpi: say('dpi', { value: figure.format(Math.round(quality.dpi)) }),
      blur: blur === null ? say('blur_unknown') : say('of_height', { value: figure.format(blur) }),
    });
    return `${located} ${say('lines_found', { count: text_lines })}`;
  });
}

function triedFor(witness: string, read: ReadReport, language: ReportLanguage): readonly string[] {
  return read.not_read
    .filter((one) => one.witness === witness)
    .map(({ media_id, tried }) =>
      language.say('not_found', { photo: photoTitle(media_id, language), tried: triedWords(tried, language) }),
    );
}

function triedWords(tried: readonly string[], language: ReportLanguage): string {
  return tried.length === 0 ? language.say('nothing') : joinClauses(tried.map(language.tell), language);
}

type CheckDigit = NonNullable<ReadReport['mrz']>['check_digits'][number];

function checkDigit({ of, outcome }: CheckDigit, { say, tell, catalogue }: ReportLanguage): string {
  const fields: Readonly<Record<string, { readonly phrase: string }>> = catalogue.terms.field;
  return `${fields[of]?.phrase ?? tell(of)} (${say(outcome)})`;
}

/** `ID-1`, "ID-2 or ID-3", or not known. */
function formatName(format: string, { say, locale }: ReportLanguage): string {
  return format === 'unknown' ? say('not_known') : formatList(format.split('-or-'), 'disjunction', locale);
}
