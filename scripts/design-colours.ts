/** The colours of the pages, as their style sheet says, and which of them stand on which. */
import { readFileSync } from 'node:fs';
import { contrast } from '../apps/server/src/brand/contrast.ts';

export type Scheme = 'light' | 'dark';

/** A token's colour in light and in dark mode, `#rrggbb`. */
export type Token = { readonly [S in Scheme]: string };

/** What is read, what it stands on, and where that is. `least`: WCAG 2.2, 1.4.3 for text, 1.4.11 for lines and marks. */
export type ColourPair = {
  readonly ink: string;
  readonly ground: string;
  readonly where: string;
  readonly least: 4.5 | 3;
};

export type MeasuredPair = ColourPair & { readonly [S in Scheme]: number };

const STYLE_SHEET = new URL('../apps/web/src/style/pages.css', import.meta.url);
const GROUNDS = ['ground', 'surface', 'sunken'] as const;

/** Every token whose two colours are written out. */
export function readTokens(css = readFileSync(STYLE_SHEET, 'utf8')): ReadonlyMap<string, Token> {
  const written = css.matchAll(/--([a-z-]+): light-dark\((#[0-9a-f]{6}), (#[0-9a-f]{6})\)/g);
  return new Map([...written].map(([, name = '', light = '', dark = '']) => [name, { light, dark }]));
}

/** Every pair of which one carries text or a mark on the other. */
export const COLOUR_PAIRS: readonly ColourPair[] = [
  ...GROUNDS.map((ground) => text('ink', ground, 'what is read')),
  ...GROUNDS.map((ground) => text('ink-soft', ground, 'hints, dates, less important text')),
  ...GROUNDS.map((ground) => text('operator', ground, 'links, quiet buttons, the band of a document')),
  text('on-operator', 'operator-fill', 'the main button'),
  ...(['good', 'care', 'bad'] as const).flatMap((kind) => [
    ...GROUNDS.map((ground) => text(kind, ground, 'an error, a mark, a line of a picture')),
    text(kind, `${kind}-ground`, 'a mark on its own ground'),
    text('ink', `${kind}-ground`, 'the text of a notice'),
    text('ink-soft', `${kind}-ground`, 'the small text of a notice'),
    text('operator', `${kind}-ground`, 'a link in a notice'),
    text('surface', kind, 'the number of a finding'),
  ]),
  text('surface', 'ink', 'the number of a plain finding'),
  ...GROUNDS.map((ground) => mark('line-strong', ground, 'the edge of a control')),
  ...GROUNDS.map((ground) => mark('focus', ground, 'the ring around what has the focus')),
];

/** Contrast of each pair, 1–21. Throws when a pair names a token that the style sheet does not have. */
export function measurePairs(tokens = readTokens()): readonly MeasuredPair[] {
  const colour = (name: string, scheme: Scheme) => {
    const token = tokens.get(name);
    if (token === undefined) throw new Error(`pages.css has no token --${name} of two colours`);
    return token[scheme];
  };
  const measured = (pair: ColourPair, scheme: Scheme) =>
    contrast(colour(pair.ink, scheme), colour(pair.ground, scheme));
  return COLOUR_PAIRS.map((pair) => ({ ...pair, light: measured(pair, 'light'), dark: measured(pair, 'dark') }));
}

function text(ink: string, ground: string, where: string): ColourPair {
  return { ink, ground, where, least: 4.5 };
}

function mark(ink: string, ground: string, where: string): ColourPair {
  return { ink, ground, where, least: 3 };
}
