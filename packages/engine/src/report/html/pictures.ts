import type { CheckReport, ReportLanguage } from '@vidimus/vocabulary';
import { fileTrouble, joinClauses, photoTitle } from '@vidimus/vocabulary';
import { html } from 'hono/html';
import type { Finding } from '../finding-places.ts';
import { code, jpegAddress, type Markup, NOTHING, pointsOf } from './markup.ts';

type Photo = CheckReport['photos'][number];

/** The photo with each finding drawn in its place, and numbered as in the list of reasons. */
export function photoFigure(
  photo: Photo,
  findings: readonly Finding[],
  jpeg: Uint8Array | undefined,
  language: ReportLanguage,
): Markup {
  const { say } = language;
  const name = photoTitle(photo.media_id, language);
  if (photo.width === null || photo.height === null) {
    const { why, observed } = photo.not_usable ?? { why: 'damaged', observed: '' };
    return html`<p class="none">${say('not_opened', { photo: name, why: fileTrouble(why, observed, language) })} ${code(observed)}</p>`;
  }
  const here = findings.flatMap(({ number, reason, places }) =>
    places
      .filter(({ mediaId }) => mediaId === photo.media_id)
      .map(({ corners, isCharacter = false, isAroundCharacters = false }) => ({
        number,
        reason,
        corners,
        isCharacter,
        isAroundCharacters,
      })),
  );
  const areas = here.filter(({ isCharacter }) => !isCharacter);
  const characters = here.filter(({ isCharacter }) => isCharacter);
  const size = { width: photo.width, height: photo.height };
  const unit = Math.max(size.width, size.height) / UNITS;
  const told = [...new Map(here.map(({ number, reason }) => [number, `${number}: ${reason.heading}`])).values()];
  const sized = say('sized', { photo: name, size: `${size.width} × ${size.height}` });
  const alt = `${sized} ${told.length === 0 ? say('nothing_marked') : say('marked', { list: joinClauses(told, language) })}`;
  const outlines = photo.pages.flatMap(({ outline }) => (outline === null ? [] : [outline.corners]));
  return html`<figure id="${photo.media_id}">
<svg viewBox="0 0 ${size.width} ${size.height}" role="img" aria-label="${alt}">
${jpeg === undefined ? NOTHING : html`<image href="${jpegAddress(jpeg)}" width="${size.width}" height="${size.height}" preserveAspectRatio="none"/>`}
${outlines.map((corners) => html`<polygon points="${pointsOf(corners)}" fill="none" stroke="#fff" stroke-opacity=".85" stroke-width="${unit * 0.4}" stroke-dasharray="${unit * 1.5} ${unit}"/>`)}
${areas.map(({ corners, isAroundCharacters }) => areaFrame(corners, { unit, isThin: isAroundCharacters, isFilled: !isWide(corners, size) && !isAroundCharacters }))}
${characters.map(({ corners }) => html`<polygon points="${pointsOf(corners)}" fill="#d92d20" fill-opacity="${CHARACTER_FILL}" stroke="#d92d20" stroke-width="${unit * 0.15}"/>`)}
${markerPlaces(areas, size, unit).map(({ number, x, y }) => html`<circle cx="${x}" cy="${y}" r="${unit * MARKER}" fill="#1c2530" stroke="#fff" stroke-width="${unit * 0.4}"/><text x="${x}" y="${y}" fill="#fff" font-family="system-ui,sans-serif" font-weight="700" font-size="${unit * 3}" text-anchor="middle" dominant-baseline="central">${number}</text>`)}
</svg>
<figcaption>${sized} ${say(outlines.length === 0 ? 'no_outline' : 'outline')}
${told.length === 0 ? NOTHING : html`<ul>${told.map((line) => html`<li>${line}</li>`)}</ul>`}</figcaption>
</figure>`;
}

/** A frame that hides the line on which single characters are marked would be no help: there it is thin. */
function areaFrame(
  corners: readonly (readonly [number, number])[],
  { unit, isThin, isFilled }: { readonly unit: number; readonly isThin: boolean; readonly isFilled: boolean },
): Markup {
  const [halo, stroke] = isThin ? [THIN_HALO, THIN_STROKE] : [HALO, STROKE];
  const points = pointsOf(corners);
  return html`<polygon points="${points}" fill="#ffb000" fill-opacity="${isFilled ? FILL : 0}" stroke="#fff" stroke-width="${unit * halo}" stroke-linejoin="round"/><polygon points="${points}" fill="none" stroke="#b3261e" stroke-width="${unit * stroke}" stroke-linejoin="round"/>`;
}

/** In units. */
const HALO = 1.1;
const STROKE = 0.55;
const THIN_HALO = 0.4;
const THIN_STROKE = 0.22;

/** The longest edge is this many units, so that marks look alike on every photo. */
const UNITS = 100;

/** Radius of a marker in units: 10 px on a phone of 375 px. */
const MARKER = 2.7;

/** Enough to find a small place, little enough to see what is in it. */
const FILL = 0.16;

/** A character is a few pixels wide on a phone: it is found by its colour. */
const CHARACTER_FILL = 0.45;

/** A frame around more of the photo than this is drawn without a fill, as it would tint what it shows. */
const WIDE = 0.25;

function isWide(
  corners: readonly (readonly [number, number])[],
  size: { readonly width: number; readonly height: number },
): boolean {
  const xs = corners.map(([x]) => x);
  const ys = corners.map(([, y]) => y);
  const area = (Math.max(...xs) - Math.min(...xs)) * (Math.max(...ys) - Math.min(...ys));
  return area > size.width * size.height * WIDE;
}

type Marker = { readonly number: number; readonly x: number; readonly y: number };

/** A marker sits beside the first corner of its place, so that it hides nothing of it, within the picture, and beside a marker that is there already. */
function markerPlaces(
  places: readonly { readonly number: number; readonly corners: readonly (readonly [number, number])[] }[],
  size: { readonly width: number; readonly height: number },
  unit: number,
): readonly Marker[] {
  const reach = unit * (MARKER + 0.5);
  const placed: Marker[] = [];
  for (const { number, corners } of places) {
    const [first] = corners;
    if (first === undefined) continue;
    const y = Math.min(size.height - reach, Math.max(reach, first[1]));
    let x = Math.min(size.width - reach, Math.max(reach, first[0] - (isWide(corners, size) ? 0 : reach)));
    if (placed.some((other) => other.number === number && Math.hypot(other.x - x, other.y - y) < reach * 3)) continue;
    const taken = () => placed.some((other) => Math.hypot(other.x - x, other.y - y) < reach * 2);
    while (taken() && x + reach * 2 <= size.width) x += reach * 2;
    placed.push({ number, x: Math.round(x), y: Math.round(y) });
  }
  return placed;
}
