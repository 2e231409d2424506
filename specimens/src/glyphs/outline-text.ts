import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { Resvg } from '@resvg/resvg-js';

/** The faces that we print with, all from the package dejavu-fonts-ttf. */
export type Typeface =
  | 'sans'
  | 'sans-bold'
  | 'condensed'
  | 'condensed-bold'
  | 'serif'
  | 'serif-bold'
  | 'mono'
  | 'italic';

/** A run of text as an outline at one em = 1,000 units, starting at (0, 0) on the baseline, y downwards. */
export type TextOutline = {
  /** SVG path data; empty where nothing is printed (blanks). */
  readonly path: string;
  /** Tight box of the ink. */
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
};

/** The em of an outline, in its own units. */
export const EM = 1000;

/** Height of a capital letter of every DejaVu face: 1,493 of 2,048 units (head and OS/2 tables). */
export const CAP_HEIGHT_OF_EM = 1493 / 2048;

/**
 * Outlines texts in one pass (the fonts are read once for all), shaped by resvg; the machine's own fonts are never used.
 * What was outlined before is remembered: labels repeat on every document.
 */
export function outlineTexts(
  texts: readonly { readonly text: string; readonly face: Typeface }[],
): readonly TextOutline[] {
  const keyOf = ({ text, face }: { readonly text: string; readonly face: Typeface }): string => `${face}\u0000${text}`;
  const missing = [...new Map(texts.map((item) => [keyOf(item), item])).values()].filter(
    (item) => !remembered.has(keyOf(item)),
  );
  if (missing.length > 0) {
    if (remembered.size > REMEMBER_AT_MOST) remembered.clear();
    const outlines = outlineAfresh(missing);
    for (const [index, item] of missing.entries()) remembered.set(keyOf(item), outlines[index] ?? NOTHING);
  }
  return texts.map((item) => remembered.get(keyOf(item)) ?? NOTHING);
}

/** Room for the labels of all states and some thousand holders; about 2 kB each. */
const REMEMBER_AT_MOST = 4000;
const remembered = new Map<string, TextOutline>();
const NOTHING: TextOutline = { path: '', left: 0, top: 0, right: 0, bottom: 0 };

const FACES: Readonly<Record<Typeface, { readonly file: string; readonly attributes: string }>> = {
  sans: { file: 'DejaVuSans.ttf', attributes: 'font-family="DejaVu Sans"' },
  'sans-bold': { file: 'DejaVuSans-Bold.ttf', attributes: 'font-family="DejaVu Sans" font-weight="bold"' },
  condensed: { file: 'DejaVuSansCondensed.ttf', attributes: 'font-family="DejaVu Sans" font-stretch="semi-condensed"' },
  'condensed-bold': {
    file: 'DejaVuSansCondensed-Bold.ttf',
    attributes: 'font-family="DejaVu Sans" font-stretch="semi-condensed" font-weight="bold"',
  },
  serif: { file: 'DejaVuSerif.ttf', attributes: 'font-family="DejaVu Serif"' },
  'serif-bold': { file: 'DejaVuSerif-Bold.ttf', attributes: 'font-family="DejaVu Serif" font-weight="bold"' },
  mono: { file: 'DejaVuSansMono.ttf', attributes: 'font-family="DejaVu Sans Mono"' },
  italic: { file: 'DejaVuSerif-Italic.ttf', attributes: 'font-family="DejaVu Serif" font-style="italic"' },
};

const FONT_FOLDER = join(dirname(createRequire(import.meta.url).resolve('dejavu-fonts-ttf/package.json')), 'ttf');
const FONT_OPTIONS = {
  loadSystemFonts: false,
  fontFiles: Object.values(FACES).map(({ file }) => join(FONT_FOLDER, file)),
  defaultFontFamily: 'DejaVu Sans',
};

function outlineAfresh(items: readonly { readonly text: string; readonly face: Typeface }[]): readonly TextOutline[] {
  const groups = items.map(
    ({ text, face }, index) =>
      `<g id="t${index}"><text x="0" y="0" xml:space="preserve" font-size="${EM}" ${FACES[face].attributes}>${escapeXml(text)}</text></g>`,
  );
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="10" height="10">${groups.join('')}</svg>`;
  const flattened = new Resvg(svg, { font: FONT_OPTIONS }).toString();
  const paths = new Map<number, string>();
  for (const piece of flattened.split('<g id="t').slice(1)) {
    const data = [...piece.matchAll(/ d="([^"]*)"/g)].map((match) => match[1] ?? '').join(' ');
    paths.set(Number.parseInt(piece, 10), rounded(data));
  }
  return items.map((_, index) => withBox(paths.get(index) ?? ''));
}

function escapeXml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}

/** A tenth of a unit is 0.4 µm on a 4 mm letter. */
function rounded(path: string): string {
  return path.replace(/-?\d+\.\d+/g, (number) => String(Math.round(Number(number) * 10) / 10));
}

/** The box of curves by their extremes, not by their control points, so that it is tight. */
function withBox(path: string): TextOutline {
  let left = Number.POSITIVE_INFINITY;
  let top = Number.POSITIVE_INFINITY;
  let right = Number.NEGATIVE_INFINITY;
  let bottom = Number.NEGATIVE_INFINITY;
  let x = 0;
  let y = 0;
  const see = (px: number, py: number): void => {
    left = Math.min(left, px);
    right = Math.max(right, px);
    top = Math.min(top, py);
    bottom = Math.max(bottom, py);
  };
  for (const [, command, list] of path.matchAll(/([MLQCZ])([^MLQCZ]*)/g)) {
    const n = (list ?? '')
      .trim()
      .split(/[\s,]+/)
      .filter(Boolean)
      .map(Number);
    if (command === 'Z') continue;
    for (let at = 0; at + 1 < n.length; ) {
      if (command === 'Q') {
        const [cx = 0, cy = 0, ex = 0, ey = 0] = n.slice(at, at + 4);
        for (const t of [quadraticExtreme(x, cx, ex), quadraticExtreme(y, cy, ey)])
          if (t > 0 && t < 1) see(quadratic(x, cx, ex, t), quadratic(y, cy, ey, t));
        x = ex;
        y = ey;
        at += 4;
      } else {
        x = n[at] ?? 0;
        y = n[at + 1] ?? 0;
        at += 2;
      }
      see(x, y);
    }
  }
  return left > right ? NOTHING : { path, left, top, right, bottom };
}

function quadratic(a: number, b: number, c: number, t: number): number {
  return (1 - t) * (1 - t) * a + 2 * t * (1 - t) * b + t * t * c;
}

function quadraticExtreme(a: number, b: number, c: number): number {
  const bend = a - 2 * b + c;
  return bend === 0 ? -1 : (a - b) / bend;
}
