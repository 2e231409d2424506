import type { MrzFormat, MrzLayout, MrzSlot } from '../../standards/index.ts';
import { MRZ_LAYOUTS } from '../../standards/index.ts';
import { MRZ_CHARACTERS } from './line-network.ts';

/** What a zone of this format holds, place by place. */
export type ZoneRules = {
  readonly format: MrzFormat;
  readonly layout: MrzLayout;
  /** `weights[line][column]`: per character, how likely a printed zone holds it there relative to one allowed. */
  readonly weights: readonly (readonly Float32Array[])[];
};

/** The rules of each format as weights on the 37 characters; made once. */
export function zoneRules(format: MrzFormat): ZoneRules {
  let rules = made.get(format);
  if (!rules) {
    const layout = MRZ_LAYOUTS[format];
    rules = { format, layout, weights: weigh(layout, format) };
    made.set(format, rules);
  }
  return rules;
}

const made = new Map<MrzFormat, ZoneRules>();

/**
 * A character that the rules do not allow: genuine documents that break the rules exist, but are fewer than one in a thousand places.
 * The picture must be surer than that to have it reported.
 */
const NOT_ALLOWED = 5e-4;

const ALLOWED: Readonly<Record<MrzSlot['characters'] | 'check' | 'check-or-filler', RegExp>> = {
  letters: /[A-Z<]/,
  digits: /[0-9<]/,
  'letters-and-digits': /[A-Z0-9<]/,
  sex: /[MFX<]/,
  check: /[0-9]/,
  // Empty optional data (9303-4 §4.2.2), or a document number that goes on elsewhere (9303-5 §4.2.2 note j).
  'check-or-filler': /[0-9<]/,
};

/**
 * P for passports, V for visas, A, C or I for cards (ICAO Doc 9303-4 to -7 §4.2.2); always `IDFRA` on the French card, whose other
 * rules are so few that much else would pass for one.
 */
const FIRST_LETTERS: Readonly<Record<MrzFormat, readonly RegExp[]>> = {
  TD3: [/P/],
  TD1: [/[ACI]/],
  TD2: [/[ACIP]/],
  'MRV-A': [/V/],
  'MRV-B': [/V/],
  'FRA-ID': [/I/, /D/, /F/, /R/, /A/],
};

function weigh(layout: MrzLayout, format: MrzFormat): readonly (readonly Float32Array[])[] {
  const kinds = Array.from({ length: layout.lineCount }, () =>
    Array.from({ length: layout.lineLength }, (): keyof typeof ALLOWED => 'letters-and-digits'),
  );
  // The French card's number begins with its date of issue: the later, narrower slot wins.
  for (const slot of layout.slots) {
    for (let column = slot.start; column < slot.end; column++) setKind(kinds, slot.line, column, slot.characters);
  }
  for (const { at, of } of layout.checkDigits) {
    const isOptional = of === 'personal_number' || of === 'optional_data';
    const mayBeFiller = isOptional || (of === 'document_number' && layout.numberOverflow !== undefined);
    setKind(kinds, at.line, at.column, mayBeFiller ? 'check-or-filler' : 'check');
  }
  const first = FIRST_LETTERS[format].map(weightsOf);
  return kinds.map((line, i) => line.map((kind, j) => (i === 0 ? first[j] : undefined) ?? WEIGHTS[kind]));
}

function setKind(
  kinds: readonly (keyof typeof ALLOWED)[][],
  line: number,
  column: number,
  kind: keyof typeof ALLOWED,
): void {
  const row = kinds[line];
  if (row) row[column] = kind;
}

const WEIGHTS: Readonly<Record<keyof typeof ALLOWED, Float32Array>> = {
  letters: weightsOf(ALLOWED.letters),
  digits: weightsOf(ALLOWED.digits),
  'letters-and-digits': weightsOf(ALLOWED['letters-and-digits']),
  sex: weightsOf(ALLOWED.sex),
  check: weightsOf(ALLOWED.check),
  'check-or-filler': weightsOf(ALLOWED['check-or-filler']),
};

function weightsOf(allowed: RegExp): Float32Array {
  return Float32Array.from(MRZ_CHARACTERS, (character) => (allowed.test(character) ? 1 : NOT_ALLOWED));
}
