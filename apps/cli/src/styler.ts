import { styleText } from 'node:util';
import type { Styler } from '@vidimus/engine';

type Format = Parameters<typeof styleText>[0];

/** How results stand out on a terminal; `undefined`, and so plain text, where there is none. */
export function styler(colour: boolean): Styler | undefined {
  if (!colour) return undefined;
  const as = (format: Format) => (text: string) => styleText(format, text, { validateStream: false });
  return { strong: as('bold'), faint: as('dim'), good: as('green'), bad: as('red'), caution: as('yellow') };
}
