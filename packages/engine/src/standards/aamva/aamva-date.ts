import { isPossibleDate } from '../mrz/mrz-date.ts';

/**
 * `06061986` (MMDDCCYY, United States from version 2 on) or `19860606` (CCYYMMDD, Canada, Mexico and version 1) → `1986-06-06`.
 * Where the expected order gives no day and the other does, the other is meant: issuers are known to mix them.
 * Null where neither does. Source: AAMVA DL/ID 2020 Annex D.12.5, element DBB and others.
 */
export function parseAamvaDate(printed: string, order: AamvaDateOrder): string | null {
  const digits = printed.replace(/\D/g, '');
  if (digits.length !== DATE_LENGTH) return null;
  const readings = [monthFirst(digits), yearFirst(digits)];
  const inOrder = order === 'MMDDCCYY' ? readings : readings.toReversed();
  return inOrder.find(isPossibleDate) ?? null;
}

/** Writes an ISO date in the issuer's order. */
export function composeAamvaDate(date: string, order: AamvaDateOrder): string {
  const [year = '', month = '', day = ''] = date.split('-');
  return order === 'MMDDCCYY' ? `${month}${day}${year}` : `${year}${month}${day}`;
}

export type AamvaDateOrder = 'MMDDCCYY' | 'CCYYMMDD';

/** Which order an issuer writes: by version and country. */
export function aamvaDateOrder(version: number, state: string): AamvaDateOrder {
  return version >= 2 && state === 'USA' ? 'MMDDCCYY' : 'CCYYMMDD';
}

const DATE_LENGTH = 8;

function monthFirst(d: string): string {
  return `${d.slice(4)}-${d.slice(0, 2)}-${d.slice(2, 4)}`;
}

function yearFirst(d: string): string {
  return `${d.slice(0, 4)}-${d.slice(4, 6)}-${d.slice(6)}`;
}
