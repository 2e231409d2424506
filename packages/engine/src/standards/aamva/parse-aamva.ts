import type { Result } from '../result.ts';
import {
  AAMVA_MARKS,
  type AamvaPayload,
  type AamvaSubfile,
  DESIGNATOR_LENGTH,
  FIRST_WITH_JURISDICTION_VERSION,
} from './aamva-payload.ts';

/** Why a bar code is no AAMVA file. Facts only, never its content. */
export type NotAamva = {
  readonly code: 'aamva.header-not-found' | 'aamva.header-broken' | 'aamva.no-elements';
  readonly observed: { readonly length: number };
};

/**
 * Reads the payload of a North American licence or card. Never throws, on any bytes. Offsets of the header are used where they hold; where
 * they do not (issuers are known to count wrongly) the subfile is looked for by its name.
 * Text is ISO 8859-1 as the standard says, or UTF-8 where the bytes are that.
 */
export function parseAamva(payload: string | Uint8Array): Result<AamvaPayload, NotAamva> {
  const text = typeof payload === 'string' ? payload : decode(payload);
  const observed = { length: text.length };
  const start = /(ANSI ?|AAMVA)(?=\d{10})/.exec(text);
  if (!start) return { ok: false, error: { code: 'aamva.header-not-found', observed } };

  const file = text.slice(start.index);
  const header = readHeader(file);
  if (!header) return { ok: false, error: { code: 'aamva.header-broken', observed } };

  const subfiles = readSubfiles(text, file, header);
  if (subfiles.every((subfile) => subfile.elements.length === 0)) {
    return { ok: false, error: { code: 'aamva.no-elements', observed } };
  }
  const { fileType, iin, version, jurisdictionVersion } = header;
  const common = { fileType, iin, version, subfiles } as const;
  return { ok: true, value: jurisdictionVersion === undefined ? common : { ...common, jurisdictionVersion } };
}

type Designator = { readonly type: string; readonly offset: number; readonly length: number };

type Header = {
  readonly fileType: AamvaPayload['fileType'];
  readonly iin: string;
  readonly version: number;
  readonly jurisdictionVersion?: number;
  readonly designators: readonly Designator[];
  /** Where the header ends, from the file type on. */
  readonly end: number;
};

function readHeader(file: string): Header | null {
  const match = /^(ANSI ?|AAMVA)(\d{6})(\d\d)/.exec(file);
  if (!match) return null;
  const version = Number(match[3]);
  const withJurisdiction = version >= FIRST_WITH_JURISDICTION_VERSION;
  const rest = file.slice(match[0].length);
  const counts = (withJurisdiction ? /^(\d\d)(\d\d)/ : /^()(\d\d)/).exec(rest);
  if (!counts) return null;

  const designators: Designator[] = [];
  let at = match[0].length + counts[0].length;
  for (let i = 0; i < Number(counts[2]); i++) {
    const designator = /^([A-Z][A-Z0-9])(\d{4})(\d{4})/.exec(file.slice(at, at + DESIGNATOR_LENGTH));
    if (!designator) break;
    designators.push({ type: designator[1] ?? '', offset: Number(designator[2]), length: Number(designator[3]) });
    at += DESIGNATOR_LENGTH;
  }
  const base = {
    fileType: match[1] === 'AAMVA' ? 'AAMVA' : 'ANSI ',
    iin: match[2] ?? '',
    version,
    designators,
    end: at,
  } as const;
  return withJurisdiction ? { ...base, jurisdictionVersion: Number(counts[1]) } : base;
}

/** Offsets count from the compliance indicator `@`. */
function readSubfiles(text: string, file: string, header: Header): readonly AamvaSubfile[] {
  const from = Math.max(0, text.lastIndexOf(AAMVA_MARKS.compliance, text.length - file.length));
  const body = file.slice(header.end);
  // Without any designator the body is one subfile, named by its first letters.
  const designators =
    header.designators.length > 0 ? header.designators : [{ type: body.slice(0, 2), offset: 0, length: 0 }];
  return designators.map((designator) => {
    const told = text.slice(from + designator.offset, from + designator.offset + designator.length);
    const holds = told.startsWith(designator.type) && told.endsWith(AAMVA_MARKS.segment);
    const content = holds ? told : findSubfile(body, designator.type);
    return { type: designator.type, elements: readElements(content.slice(designator.type.length)) };
  });
}

/** From the subfile's name, at the beginning of the body or after a terminator, to the next terminator. */
function findSubfile(body: string, type: string): string {
  const at = body.startsWith(type) ? 0 : body.search(new RegExp(`(?<=[\\r\\n])${type}(?=[A-Z][A-Z0-9]{2})`));
  if (at < 0) return '';
  const content = body.slice(at);
  const end = content.search(/\r(?!\n)/);
  return end < 0 ? content : content.slice(0, end);
}

function readElements(content: string): readonly (readonly [string, string])[] {
  return content
    .replaceAll(AAMVA_MARKS.record, AAMVA_MARKS.element)
    .split(/[\n\r]+/)
    .map((line) => /^([A-Z][A-Z0-9]{2})(.*)$/su.exec(line))
    .flatMap((match) => (match ? [[match[1] ?? '', match[2] ?? ''] as const] : []));
}

function decode(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    // Not UTF-8: the standard's own ISO 8859-1, where every byte is a character.
    return Array.from(bytes, (byte) => String.fromCharCode(byte)).join('');
  }
}
