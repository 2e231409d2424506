import { type DateOrder, orderShown } from './parse-printed-date.ts';
import type { PrintedLine } from './printed-line.ts';

/**
 * In which order a page prints day and month: as its dates show; else North American licences are month-first, and the world is
 * day-first.
 */
export function orderOf(lines: readonly PrintedLine[]): DateOrder {
  const texts = lines.map(({ text }) => text);
  return orderShown(texts) ?? (isMonthFirst(lines) ? 'month-first' : 'day-first');
}

/** Words that North America prints on licences (AAMVA DL/ID 2020 annex A); of them, `LICENSE` is the United States'. */
export function isAmerican(lines: readonly PrintedLine[]): boolean {
  return lines.some(({ text }) =>
    /^(?:[0-9]{1,2}[a-d]?\s?)?(?:DOB|EXP|ISS|DLN|CLASS|DL)$|DRIVER'?S?\s?LICEN[SC]E|LICEN[CS]E\s?\/\s?CARD NUMBER/i.test(
      text,
    ),
  );
}

/** The back of a North American licence shows a day, and nothing of whether the month comes first. */
export function isOrderUnknown(lines: readonly PrintedLine[]): boolean {
  const isBack = lines.some(({ text }) => /CARD\s?NUMBER$/i.test(text));
  return isBack && !isMonthFirst(lines) && orderShown(lines.map(({ text }) => text)) === null;
}

function isMonthFirst(lines: readonly PrintedLine[]): boolean {
  return lines.some(({ text }) => /(?:DOB|EXP|ISS)$|DRIVER'?S?\s?LICENSE/.test(text));
}
