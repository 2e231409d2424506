import type { Evidence, NamedCharacter, ReportLanguage } from '@vidimus/vocabulary';
import { html } from 'hono/html';
import { type Corners, onPage } from '../page-view.ts';
import { type Markup, pointsOf } from './markup.ts';
import { imageId, type PagePicture } from './page-figure.ts';

/** A named character with its box on the straightened page. */
type Box = Pick<NamedCharacter, 'character' | 'line' | 'position'> & {
  readonly corners: Corners;
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
};

/** Each stretch of the zone of which a finding names characters of, enlarged, with what was read below each: one looks and compares. */
export function closeUps(
  evidence: readonly Evidence[],
  pages: readonly PagePicture[],
  language: ReportLanguage,
): readonly Markup[] {
  return pages
    .filter(({ jpeg }) => jpeg !== undefined)
    .flatMap((page) => {
      const named = evidence.filter(({ media_id }) => media_id === page.mediaId);
      const boxes = named.flatMap(({ characters = [] }) => characters).flatMap((one) => boxOf(one, page));
      const lines = [...Map.groupBy(boxes, ({ line }) => line).values()];
      return lines.flatMap(neighbours).map((group) => closeUp(group, page, language));
    });
}

function boxOf({ character, line, position, region }: NamedCharacter, page: PagePicture): readonly Box[] {
  const corners = region === undefined ? null : onPage(page, region.corners);
  if (corners === null) return [];
  const xs = corners.map(([x]) => x);
  const ys = corners.map(([, y]) => y);
  const edges = { left: Math.min(...xs), right: Math.max(...xs), top: Math.min(...ys), bottom: Math.max(...ys) };
  return [{ character, line, position, corners, ...edges }];
}

/** Characters further apart than this have close-ups of their own: one that shows both would enlarge neither. */
const APART = 10;

function neighbours(line: readonly Box[]): readonly (readonly Box[])[] {
  const groups: Box[][] = [];
  for (const box of line.toSorted((a, b) => a.position - b.position)) {
    const group = groups.at(-1);
    const last = group?.at(-1);
    // Two check digits may rest on the same character.
    if (last?.position === box.position) continue;
    if (group && last && box.position - last.position <= APART) group.push(box);
    else groups.push([box]);
  }
  return groups;
}

/** Characters to either side, and at least this many in all: enough to find the place on the document. */
const BESIDE = 4;
const FEWEST = 16;
/** Of a character's height: paper above and below, and the row of what was read. */
const PAPER = 0.45;
const ROW = 0.75;

function closeUp(boxes: readonly Box[], page: PagePicture, { say }: ReportLanguage): Markup {
  const pitch = boxes.reduce((sum, { left, right }) => sum + right - left, 0) / boxes.length;
  const height = boxes.reduce((sum, { top, bottom }) => sum + bottom - top, 0) / boxes.length;
  const middle = (Math.min(...boxes.map(({ left }) => left)) + Math.max(...boxes.map(({ right }) => right))) / 2;
  const reach = Math.max((FEWEST * pitch) / 2, Math.max(...boxes.map(({ right }) => right)) - middle + BESIDE * pitch);
  const left = Math.max(0, Math.min(middle - reach, page.width - 2 * reach));
  const width = Math.min(page.width, left + 2 * reach) - left;
  const top = Math.min(...boxes.map((box) => box.top)) - PAPER * height;
  const shown = Math.max(...boxes.map(({ bottom }) => bottom)) + PAPER * height - top;
  const whole = shown + ROW * height;
  const positions = boxes.map(({ position }) => position);
  const alt = say('close_up', {
    line: boxes[0]?.line ?? 1,
    from: Math.min(...positions),
    to: Math.max(...positions),
  });
  const view = [left, top, width, whole].map(round).join(' ');
  return html`<figure class="closeup"><svg viewBox="${view}" role="img" aria-label="${alt}">
<svg x="${round(left)}" y="${round(top)}" width="${round(width)}" height="${round(shown)}" viewBox="${[left, top, width, shown].map(round).join(' ')}"><use href="#${imageId(page)}"/></svg>
${boxes.map(({ corners }) => html`<polygon points="${pointsOf(corners)}" fill="none" stroke="#d92d20" stroke-width="${round(pitch * 0.08)}"/>`)}
${boxes.map((box) => html`<text x="${round((box.left + box.right) / 2)}" y="${round(top + whole - 0.18 * height)}" font-family="ui-monospace,Menlo,Consolas,monospace" font-weight="700" font-size="${round(ROW * height * 0.85)}" fill="currentColor" text-anchor="middle">${box.character}</text>`)}
</svg></figure>`;
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
