/**
 * The door "@vidimus/engine/mrz": the machine-readable zone as text. Parse, compose, check digits, names and dates of the zone,
 * codes of states, transliteration into A–Z (ICAO Doc 9303-3 to -7). Imports no dependency and nothing of Node, so that a browser
 * may use it (rule `mrz-door-is-bare`; scripts/packages.test.ts runs it in one). docs/mrz.md shows each function at work.
 */
export {
  type CheckDigitResult,
  computeCheckDigit,
  type MrzText,
  type MrzTextError,
  toMrzText,
  verifyCheckDigit,
} from './standards/check-digit.ts';
export { composeMrz, type MrzComposeError, type MrzValues } from './standards/mrz/compose-mrz.ts';
export { composeMrzDate, type DateSense, isPossibleDate, parseMrzDate } from './standards/mrz/mrz-date.ts';
export type { MrzField } from './standards/mrz/mrz-field.ts';
export {
  type CheckDigitOf,
  MRZ_LAYOUTS,
  type MrzCheckDigitSlot,
  type MrzFieldName,
  type MrzLayout,
  type MrzPlace,
  type MrzSlot,
  type MrzSpan,
} from './standards/mrz/mrz-formats.table.ts';
export { composeMrzName, type MrzName, parseMrzName } from './standards/mrz/mrz-name.ts';
export type { MrzProblem } from './standards/mrz/mrz-problems.ts';
export {
  type MrzCheckDigit,
  type MrzFormatUnknown,
  type ParsedMrz,
  type ParseMrzOptions,
  parseMrz,
  recogniseMrzFormat,
} from './standards/mrz/parse-mrz.ts';
export type { MrzFormat } from './standards/mrz-format.ts';
export type { Result } from './standards/result.ts';
export { findState, mrzStateCode, normaliseStateCode, type State } from './standards/states/normalise-state-code.ts';
export type { Spelling, SpellingRule } from './standards/transliteration/letter-table.ts';
export type {
  CharacterUnknown,
  LatticeStep,
  SpellingLattice,
  TransliterationOptions,
} from './standards/transliteration/spelling-lattice.ts';
export { transliterateForMrz } from './standards/transliteration/transliterate-for-mrz.ts';
export { type Transliterations, transliterationsOf } from './standards/transliteration/transliterations-of.ts';
