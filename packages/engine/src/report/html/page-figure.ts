import { fieldLabel, joinWords, photoName, type ReportLanguage } from '@vidimus/vocabulary';
import { html } from 'hono/html';
import type { Finding } from '../finding-places.ts';
import { onPage, type PageView } from '../page-view.ts';
import { jpegAddress, type Markup, NOTHING, pointsOf } from './markup.ts';

/** What `page.image` looks like as a JPEG, with what was found on it. */
export type PagePicture = Omit<PageView, 'image'> & {
  readonly width: number;
  readonly height: number;
  readonly jpeg?: Uint8Array;
};

/** The straightened page with its lines of text (thin) and the fields, numbered as in the legend: names would hide one another. */
export function pageFigure(page: PagePicture, findings: readonly Finding[], language: ReportLanguage): Markup {
  const { say, catalogue } = language;
  const unit = page.width / UNITS;
  const fields = [...new Set(page.fields.map(({ field }) => field))];
  const names = fields.map((field) => fieldLabel(field, catalogue));
  // Both names stand in one place of the zone, so that their numbers stand together.
  const places = [...Map.groupBy(page.fields, ({ corners }) => pointsOf(corners)).values()].map((same) => ({
    corners: same[0]?.corners ?? [],
    numbers: [...new Set(same.map(({ field }) => fields.indexOf(field) + 1))].join(', '),
  }));
  const characters = findings
    .flatMap(({ places }) =>
      places.flatMap(({ mediaId, corners, isCharacter }) =>
        isCharacter && mediaId === page.mediaId ? [onPage(page, corners) ?? []] : [],
      ),
    )
    .filter((corners) => corners.length > 0);
  const title = say('straightened_on', { photo: photoName(page.mediaId, language) });
  const count = page.lines.length;
  const read = names.length === 0 ? say('no_field') : say('fields_read', { list: joinWords(names, language) });
  const alt = `${title} ${say('lines_found', { count })} ${read}`;
  return html`<figure>
<svg viewBox="0 0 ${page.width} ${page.height}" role="img" aria-label="${alt}">
${page.jpeg === undefined ? NOTHING : html`<image id="${imageId(page)}" href="${jpegAddress(page.jpeg)}" width="${page.width}" height="${page.height}" preserveAspectRatio="none"/>`}
${page.lines.map((corners) => html`<polygon points="${pointsOf(corners)}" fill="none" stroke="#2b6cb0" stroke-opacity=".55" stroke-width="${unit * 0.18}"/>`)}
${page.fields.map(({ corners }) => html`<polygon points="${pointsOf(corners)}" fill="none" stroke="#12365c" stroke-width="${unit * 0.22}"/>`)}
${characters.map((corners) => html`<polygon points="${pointsOf(corners)}" fill="none" stroke="#d92d20" stroke-width="${unit * 0.2}"/>`)}
${places.map(({ corners, numbers }) => numberAt(corners, numbers, unit))}
</svg>
<figcaption>${title} ${say('thin_frames', { count })} ${say('strong_frames')}${characters.length === 0 ? NOTHING : ` ${say('red_frames')}`}${names.length === 0 ? NOTHING : html`<ol class="legend">${names.map((name) => html`<li>${name}</li>`)}</ol>`}</figcaption>
</figure>`;
}

/**
 * Of the picture of a page, so that a close-up shows a part of it without carrying it again. Where the page lies in its photo tells it from
 * others of the same photo.
 */
export function imageId({ mediaId, photoToPage }: Pick<PagePicture, 'mediaId' | 'photoToPage'>): string {
  return `page-${mediaId}-${Math.round(Math.abs(photoToPage[2]))}-${Math.round(Math.abs(photoToPage[5]))}`;
}

/** The page is this many units wide. */
const UNITS = 100;

/** Height of a number in units: 9 px on a phone, and not larger than the small print that it names. */
const LABEL = 2.2;

function numberAt(corners: readonly (readonly [number, number])[], numbers: string, unit: number): Markup | string {
  const [first] = corners;
  if (first === undefined) return NOTHING;
  const x = Math.max(0, first[0]);
  const y = Math.max(unit * LABEL, first[1]) - unit * 0.4;
  return html`<text x="${Math.round(x)}" y="${Math.round(y)}" font-family="system-ui,sans-serif" font-weight="700" font-size="${unit * LABEL}" fill="#12365c" stroke="#fff" stroke-width="${unit * 0.6}" paint-order="stroke">${numbers}</text>`;
}
