import { html } from 'hono/html';
import { photoName } from '../describe-evidence.ts';
import type { PageView } from '../page-view.ts';
import { jpegAddress, type Markup, NOTHING, pointsOf } from './markup.ts';

/** What `page.image` looks like as a JPEG, with what was found on it. */
export type PagePicture = Omit<PageView, 'image'> & {
  readonly width: number;
  readonly height: number;
  readonly jpeg?: Uint8Array;
};

/** The straightened page with its lines of text (thin) and the fields (named). */
export function pageFigure(page: PagePicture): Markup {
  const unit = page.width / UNITS;
  const names = [...new Set(page.fields.map(({ label }) => label))];
  const alt = `The document on ${photoName(page.mediaId)}, straightened. ${page.lines.length} lines of text were found. ${names.length === 0 ? 'No field was read.' : `Fields read: ${names.join(', ')}.`}`;
  return html`<figure>
<svg viewBox="0 0 ${page.width} ${page.height}" role="img" aria-label="${alt}">
${page.jpeg === undefined ? NOTHING : html`<image href="${jpegAddress(page.jpeg)}" width="${page.width}" height="${page.height}" preserveAspectRatio="none"/>`}
${page.lines.map((corners) => html`<polygon points="${pointsOf(corners)}" fill="none" stroke="#2b6cb0" stroke-opacity=".55" stroke-width="${unit * 0.18}"/>`)}
${page.fields.map(({ corners }) => html`<polygon points="${pointsOf(corners)}" fill="none" stroke="#12365c" stroke-width="${unit * 0.22}"/>`)}
${labelled(page.fields).map(({ corners, label }) => labelAt(corners, label, unit))}
</svg>
<figcaption>The document on ${photoName(page.mediaId)}, straightened. Thin frames: ${page.lines.length} lines of text. Strong frames: fields that were read.</figcaption>
</figure>`;
}

/** Fields that stand in the same place share a label: both names stand on one line of the zone. */
function labelled(fields: PagePicture['fields']): readonly Pick<PagePicture['fields'][number], 'corners' | 'label'>[] {
  const byPlace = Map.groupBy(fields, ({ corners }) => pointsOf(corners));
  return [...byPlace.values()].flatMap((same) => {
    const [first] = same;
    const label = [...new Set(same.map((field) => field.label))].join(', ');
    return first === undefined ? [] : [{ corners: first.corners, label }];
  });
}

/** The page is this many units wide. */
const UNITS = 100;

/** Height of a label in units: 9 px on a phone, and not larger than the small print it names. */
const LABEL = 2.2;

function labelAt(corners: readonly (readonly [number, number])[], label: string, unit: number): Markup | string {
  const [first] = corners;
  if (first === undefined) return NOTHING;
  const x = Math.max(0, first[0]);
  const y = Math.max(unit * LABEL, first[1]) - unit * 0.4;
  return html`<text x="${Math.round(x)}" y="${Math.round(y)}" font-family="system-ui,sans-serif" font-weight="600" font-size="${unit * LABEL}" fill="#12365c" stroke="#fff" stroke-width="${unit * 0.6}" paint-order="stroke">${label}</text>`;
}
