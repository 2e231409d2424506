import type { DocumentType, FieldName } from '@vidimus/vocabulary';
import { applyHomography, type Homography, type PagePoint, type PhotoPoint, type Quad } from '../../photo/index.ts';
import { type MrzFieldName, type MrzFormat, type MrzSpan, parseMrz, TYPE_OF_FORMAT } from '../../standards/index.ts';
import type { FieldReading, MrzReading, PlacedCharacter, ReadCharacter } from '../document-reading.ts';
import type { FoundZone } from './found-zone.ts';
import { cutoutPoint } from './seen-line.ts';

/** Tells what a found zone says: its fields with their places in the photo, its check digits. `asOf` settles centuries. */
export function mrzReading(zone: FoundZone, pageToPhoto: Homography, asOf: string): MrzReading {
  const lines = zone.characters.map((line) => line.map(({ character }) => character).join(''));
  const parsed = parseMrz(lines, { referenceDate: asOf, format: zone.format });
  if (!parsed.ok) throw new Error(`a zone of format ${zone.format} cannot be parsed as one`);
  const { fields, checkDigits, nameTruncated } = parsed.value;
  return {
    format: zone.format,
    lines,
    characters: zone.characters.map((characters, line) =>
      characters.map(
        (character, column): PlacedCharacter => ({
          ...character,
          region: regionOf(zone, { line, start: column, end: column + 1 }, pageToPhoto),
        }),
      ),
    ),
    lineRegions: zone.lines.map((_, line) =>
      regionOf(zone, { line, start: 0, end: lines[line]?.length ?? 0 }, pageToPhoto),
    ),
    checkDigits,
    fields: Object.entries(fields).flatMap(([name, field]): FieldReading[] => {
      const known = FIELD_NAMES[name];
      const [first] = field.spans;
      const value = known === 'document_type' ? documentTypeOf(field.value, zone.format) : field.value;
      if (known === undefined || first === undefined || value === null) return [];
      const printed =
        known === 'document_type' ? (lines[first.line] ?? '').slice(first.start, first.end) : field.printed;
      return [
        {
          field: known,
          witness: 'mrz',
          value,
          printed,
          confidence: Math.min(
            ...field.spans.flatMap((span) => charactersOf(zone.characters, span)).map(({ confidence }) => confidence),
          ),
          region: regionOf(zone, first, pageToPhoto),
          spans: field.spans,
        },
      ];
    }),
    nameTruncated,
  };
}

/**
 * `P<` → passport. I, A and C begin the codes of cards, V of visas (ICAO Doc 9303-4 to -7 §4.2.2.1); a second R names the
 * residence permit of Regulation (EC) 1030/2002. Some layouts are a passport's or a visa's, whatever a blurred letter looks like.
 */
export function documentTypeOf(code: string, format: MrzFormat): DocumentType | null {
  const known = TYPE_OF_FORMAT[format];
  if (known !== undefined) return known;
  if (code.startsWith('P')) return 'passport';
  if (code.startsWith('V')) return 'visa';
  if (/^[IA]R/.test(code)) return 'residence_permit';
  return /^[IAC]/.test(code) ? 'identity_card' : null;
}

/** The zone's data elements by the vocabulary's names. Optional data belongs to no field. */
const FIELD_NAMES: Readonly<Record<string, FieldName>> = {
  document_code: 'document_type',
  issuing_state: 'issuing_state',
  document_number: 'document_number',
  nationality: 'nationality',
  birth_date: 'birth_date',
  sex: 'sex',
  expiry_date: 'expiry_date',
  issue_date: 'issue_date',
  personal_number: 'personal_number',
  primary_identifier: 'primary_identifier',
  secondary_identifier: 'secondary_identifier',
} satisfies Partial<Record<MrzFieldName, FieldName>>;

function charactersOf(characters: readonly (readonly ReadCharacter[])[], span: MrzSpan): readonly ReadCharacter[] {
  return (characters[span.line] ?? []).slice(span.start, span.end);
}

/** The characters of a span, half a pitch to each side, as high as the line was cut out. */
function regionOf(zone: FoundZone, { line, start, end }: MrzSpan, pageToPhoto: Homography): Quad<PhotoPoint> {
  const found = zone.lines[line];
  if (!found) throw new Error(`a zone of ${zone.lines.length} lines has no line ${line}`);
  const { seen, placed } = found;
  const first = placed.cells[start]?.column ?? 0;
  const last = placed.cells[end - 1]?.column ?? first;
  const left = first - seen.cells.pitchLeft / 2;
  const right = last + seen.cells.pitchRight / 2;
  const corner = (column: number, height: number): PhotoPoint =>
    toPhoto(cutoutPoint(seen, column, height), pageToPhoto);
  return [corner(left, 0), corner(right, 0), corner(right, 1), corner(left, 1)];
}

function toPhoto(point: PagePoint, pageToPhoto: Homography): PhotoPoint {
  return applyHomography(pageToPhoto, point.x, point.y);
}
