/**
 * The door "@vidimus/engine/mrz": parse and compose the machine-readable zone, its check digits and transliteration.
 * Imports no dependency, so that a browser may use it.
 */
export { computeCheckDigit, type MrzText, toMrzText, verifyCheckDigit } from './standards/check-digit.ts';
export { composeMrz, type MrzComposeError, type MrzValues } from './standards/mrz/compose-mrz.ts';
export type { MrzField } from './standards/mrz/mrz-field.ts';
export type { MrzFieldName } from './standards/mrz/mrz-formats.table.ts';
export type { MrzProblem } from './standards/mrz/mrz-problems.ts';
export {
  type MrzCheckDigit,
  type ParsedMrz,
  parseMrz,
  recogniseMrzFormat,
} from './standards/mrz/parse-mrz.ts';
export type { MrzFormat } from './standards/mrz-format.ts';
export { transliterateForMrz } from './standards/transliteration/transliterate-for-mrz.ts';
