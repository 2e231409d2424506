import type { Result } from '../result.ts';
import {
  AAMVA_MARKS,
  type AamvaPayload,
  type AamvaSubfile,
  DESIGNATOR_LENGTH,
  FIRST_WITH_JURISDICTION_VERSION,
  HEADER_DIGITS,
} from './aamva-payload.ts';

/** Why a payload cannot be written. */
export type AamvaComposeError = {
  readonly code: 'aamva.value-not-writable';
  readonly element: string;
  readonly expected: string;
};

/**
 * Writes header and subfiles with offsets and lengths (AAMVA DL/ID 2020 Annex D.12). The text is ISO 8859-1: its characters are its bytes.
 * @example composeAamva({ fileType: 'ANSI ', iin: '636000', version: 10, jurisdictionVersion: 0, subfiles: [{ type: 'DL', elements: [['DAQ', 'T64235789']] }] })
 */
export function composeAamva(payload: AamvaPayload): Result<string, AamvaComposeError> {
  for (const subfile of payload.subfiles) {
    const wrong = subfile.elements.find(
      ([id, value]) => !/^[A-Z][A-Z0-9]{2}$/.test(id) || /[^\u0020-\u00ff]/u.test(value),
    );
    if (wrong) {
      const expected = 'three capitals or digits, and ISO 8859-1 text without control characters';
      return { ok: false, error: { code: 'aamva.value-not-writable', element: wrong[0], expected } };
    }
  }
  const bodies = payload.subfiles.map(writeSubfile);
  const head =
    AAMVA_MARKS.compliance +
    AAMVA_MARKS.element +
    AAMVA_MARKS.record +
    AAMVA_MARKS.segment +
    payload.fileType +
    payload.iin +
    digits(payload.version, HEADER_DIGITS.version) +
    (payload.version >= FIRST_WITH_JURISDICTION_VERSION
      ? digits(payload.jurisdictionVersion ?? 0, HEADER_DIGITS.version)
      : '') +
    digits(bodies.length, HEADER_DIGITS.entries);

  let offset = head.length + bodies.length * DESIGNATOR_LENGTH;
  let designators = '';
  payload.subfiles.forEach((subfile, i) => {
    const length = bodies[i]?.length ?? 0;
    designators += subfile.type + digits(offset, HEADER_DIGITS.offset) + digits(length, HEADER_DIGITS.offset);
    offset += length;
  });
  return { ok: true, value: head + designators + bodies.join('') };
}

function writeSubfile(subfile: AamvaSubfile): string {
  const elements = subfile.elements.map(([id, value]) => id + value).join(AAMVA_MARKS.element);
  return subfile.type + elements + AAMVA_MARKS.segment;
}

function digits(value: number, length: number): string {
  return String(value).padStart(length, '0');
}
