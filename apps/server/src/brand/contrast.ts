/** Colours that can be read: contrast of at least 4.5 (WCAG 2.2, success criterion 1.4.3). */

/** `#rrggbb`, in small letters. */
export type Colour = string;

export const WHITE: Colour = '#ffffff';
/** The lightest ground of our pages in dark mode (--surface in apps/web): what can be read on it can be read on all of them. */
export const INK: Colour = '#1e2125';
export const LEAST_CONTRAST = 4.5;

/** From 1 (the same) to 21 (black on white): WCAG 2.2, "contrast ratio". */
export function contrast(one: Colour, other: Colour): number {
  const [light, dark] = [luminance(one), luminance(other)].toSorted((a, b) => b - a);
  return ((light ?? 0) + FLARE) / ((dark ?? 0) + FLARE);
}

/** Of two colours on that ground, the one that is read better. */
export function textOn(ground: Colour): Colour {
  return contrast(ground, WHITE) >= contrast(ground, INK) ? WHITE : INK;
}

/** The colour itself where it can be read with one of `against`; else the nearest that is lighter or darker and can. */
export function nearestReadable(asked: Colour, against: readonly Colour[]): Colour {
  const holds = (colour: Colour) => against.some((other) => contrast(colour, other) >= LEAST_CONTRAST);
  for (let step = 0; step <= STEPS; step++) {
    for (const end of [BLACK, WHITE]) {
      const colour = mixed(asked, end, step / STEPS);
      if (holds(colour)) return colour;
    }
  }
  throw new Error(`neither black nor white can be read with ${against.join(' or ')}`);
}

/** Light that a screen reflects, in the formula of WCAG 2.2. */
const FLARE = 0.05;
/** Finer than the 256 values of a channel. */
const STEPS = 512;
const BLACK: Colour = '#000000';
const HIGHEST = 255;

/** WCAG 2.2, "relative luminance", for sRGB. */
function luminance(colour: Colour): number {
  const [red = 0, green = 0, blue = 0] = channels(colour).map((value) => {
    const share = value / HIGHEST;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function mixed(colour: Colour, end: Colour, share: number): Colour {
  const ends = channels(end);
  const values = channels(colour).map((value, i) => Math.round(value + ((ends[i] ?? 0) - value) * share));
  return `#${values.map((value) => value.toString(16).padStart(2, '0')).join('')}`;
}

function channels(colour: Colour): readonly number[] {
  return [1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16));
}
