import type { Locale } from '@vidimus/vocabulary';

/** Milliseconds with their unit, as short as the language has it. */
export function formatDuration(ms: number, locale: Locale): string {
  return new Intl.NumberFormat(locale, { style: 'unit', unit: 'millisecond' }).format(ms);
}
