/** A text as the parts in which SMPP carries it: one where it fits, else several that the telephone puts together again. */
import smpp from 'smpp';

export type Segments = {
  /** 0: the SMSC's default alphabet, GSM 03.38. 8: UCS-2 (SMPP 3.4 §5.2.19). */
  readonly dataCoding: 0 | 8;
  /** At most 140 octets on the air each; where there are several, each begins with its user data header. */
  readonly parts: readonly Buffer[];
};

/** Septets and octets of one short message, without and with a header of six octets (3GPP TS 23.040 §9.2.3.24.1). */
const GSM = { whole: 160, part: 153 } as const;
const UCS2 = { whole: 140, part: 134 } as const;
const MOST_PARTS = 255;

/** `reference`: the same for all parts of a text, 0–255. Throws for a text of more parts than there can be. */
export function segmentText(text: string, reference: number): Segments {
  const isGsm = smpp.encodings.ASCII.match(text);
  const encode = isGsm ? (symbol: string) => smpp.encodings.ASCII.encode(symbol) : ucs2;
  const limits = isGsm ? GSM : UCS2;
  // By symbol: neither an escape and what it escapes nor a surrogate pair may come apart.
  const symbols = [...text].map(encode);
  const dataCoding = isGsm ? 0 : 8;
  const whole = Buffer.concat(symbols);
  if (whole.length <= limits.whole) return { dataCoding, parts: [whole] };
  const pieces = packed(symbols, limits.part);
  if (pieces.length > MOST_PARTS) throw new Error(`a message of ${pieces.length} parts`);
  const parts = pieces.map((piece, at) => Buffer.concat([header(reference, pieces.length, at + 1), piece]));
  return { dataCoding, parts };
}

function packed(symbols: readonly Buffer[], most: number): readonly Buffer[] {
  const pieces: Buffer[][] = [];
  let room = 0;
  for (const symbol of symbols) {
    if (symbol.length > room) {
      pieces.push([]);
      room = most;
    }
    pieces.at(-1)?.push(symbol);
    room -= symbol.length;
  }
  return pieces.map((piece) => Buffer.concat(piece));
}

/** Concatenated short messages, 8-bit reference (3GPP TS 23.040 §9.2.3.24.1). */
function header(reference: number, total: number, number: number): Buffer {
  return Buffer.from([5, 0, 3, reference & 0xff, total, number]);
}

function ucs2(symbol: string): Buffer {
  return Buffer.from(symbol, 'utf16le').swap16();
}
