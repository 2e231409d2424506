import type { CheckReport, ReadReport } from '@vidimus/vocabulary';
import { html } from 'hono/html';
import { capital, photoName, plain } from '../describe-evidence.ts';
import { type Markup, NOTHING } from './markup.ts';

/** What each stage saw and how long it took, in the order of the path. */
export function stageList(report: CheckReport, read: ReadReport | undefined): Markup {
  const times = report.timings_ms;
  const stages = [
    ...ORDER.filter((stage) => stage in times),
    ...Object.keys(times).filter((stage) => stage !== 'total' && !ORDER.includes(stage)),
  ];
  const total = Math.max(1, times.total ?? 0);
  return html`<ol class="stages">${stages.map((stage) => {
    const ms = times[stage] ?? 0;
    return html`<li><div class="row"><span>${NAMES[stage] ?? capital(plain(stage))}</span><span>${ms} ms</span></div><div class="bar" aria-hidden="true"><i style="width:${Math.min(100, Math.round((ms / total) * 100))}%"></i></div>${seenBy(stage, report, read).map((line) => html`<div>${line}</div>`)}${stage === 'mrz' && read?.mrz ? html`<pre tabindex="0" role="region" aria-label="Code lines as printed">${read.mrz.lines.join('\n')}</pre>` : NOTHING}</li>`;
  })}</ol>`;
}

const ORDER: readonly string[] = ['decode', 'locate', 'mrz', 'barcode', 'visual_zone', 'quality', 'checks'];

const NAMES: Readonly<Record<string, string>> = {
  decode: 'Opening the file',
  locate: 'Finding and straightening the document',
  mrz: 'Reading the code lines (MRZ)',
  barcode: 'Reading the bar code',
  visual_zone: 'Reading the printed text',
  quality: 'Measuring the picture',
  checks: 'Checking every claim',
};

function seenBy(stage: string, report: CheckReport, read: ReadReport | undefined): readonly string[] {
  switch (stage) {
    case 'decode':
      return report.photos.map(({ media_id, width, height, not_usable }) =>
        width === null
          ? `${capital(photoName(media_id))}: not usable, ${plain(not_usable?.why ?? 'damaged')}.`
          : `${capital(photoName(media_id))}: ${width} × ${height} pixels.`,
      );
    case 'locate':
      return report.photos.flatMap(locatedOn);
    case 'mrz':
      if (read === undefined) return [];
      return read.mrz === null
        ? triedFor('mrz', read)
        : [`${read.mrz.format} on ${photoName(read.mrz.media_id)}. Check digits: ${digits(read.mrz.check_digits)}.`];
    case 'barcode':
      if (read === undefined) return [];
      return read.barcode === null
        ? triedFor('barcode', read)
        : [`${read.barcode.symbology}, ${read.barcode.standard} on ${photoName(read.barcode.media_id)}.`];
    case 'visual_zone':
      return read === undefined ? [] : [`Lines of text recognised: ${read.text.length}.`];
    case 'checks':
      return [`Results: ${report.checks.length}.`];
    default:
      return [];
  }
}

function locatedOn({ media_id, pages, tried }: CheckReport['photos'][number]): readonly string[] {
  const name = capital(photoName(media_id));
  if (pages.length === 0) return tried === undefined ? [] : [`${name}: no document. Tried: ${tried.join(', ')}.`];
  return pages.map(({ format, side, outline, text_lines, quality }) => {
    const blur = quality.blur_to_text_height === null ? 'not measurable' : String(quality.blur_to_text_height);
    return `${name}: ${format} page, ${side === 'unknown' ? 'side not known' : side}, ${outline === null ? 'no outline, the whole frame is used' : 'outline seen'}, ${text_lines} lines of text, ${Math.round(quality.dpi)} dpi, blur ${blur} of the letters' height.`;
  });
}

function triedFor(witness: string, read: ReadReport): readonly string[] {
  const found = read.not_read.filter((one) => one.witness === witness);
  return found.map(
    ({ media_id, tried }) =>
      `${capital(photoName(media_id))}: none. Tried: ${tried.length === 0 ? 'nothing' : tried.join(', ')}.`,
  );
}

function digits(found: readonly { readonly of: string; readonly outcome: string }[]): string {
  return found.map(({ of, outcome }) => `${plain(of)} ${plain(outcome)}`).join(', ');
}
