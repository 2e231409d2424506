/** A fictional holder's zones, written and read for the tests of this folder. */

import type { MrzFormat } from '../mrz-format.ts';
import { composeMrz, type MrzValues } from './compose-mrz.ts';
import type { MrzFieldName } from './mrz-formats.table.ts';
import { type ParsedMrz, parseMrz } from './parse-mrz.ts';

/** The day that "today" means. */
export const REFERENCE_DATE = '2010-06-01';

export const HOLDER = {
  document_code: 'P',
  issuing_state: 'UTO',
  document_number: 'L898902C3',
  nationality: 'UTO',
  birth_date: '1974-08-12',
  sex: 'F',
  expiry_date: '2012-04-15',
  primary_identifier: 'ERIKSSON',
  secondary_identifier: 'ANNA',
} as const satisfies MrzValues;

/** Throws where no format fits. */
export function readZone(lines: readonly string[]): ParsedMrz {
  const parsed = parseMrz(lines, { referenceDate: REFERENCE_DATE });
  if (!parsed.ok) throw new Error(parsed.error.code);
  return parsed.value;
}

/** Throws where a value cannot be written. */
export function composeZone(format: MrzFormat, values: MrzValues): readonly string[] {
  const lines = composeMrz(format, values);
  if (!lines.ok) throw new Error(`${lines.error.code} ${lines.error.field}`);
  return lines.value;
}

/** The normalised values of a zone, as `composeMrz` takes them. */
export function valuesOf({ fields }: ParsedMrz): Partial<Record<MrzFieldName, string>> {
  return Object.fromEntries(Object.entries(fields).map(([name, { value }]) => [name, value]));
}
