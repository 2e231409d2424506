/** An authenticator app: the code that it would show (RFC 6238, SHA-1, six digits, 30 s). */
import { createHmac } from 'node:crypto';

const STEP_MS = 30_000;
const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';

/** `steps` later than now: a code is taken once, and the next one is taken a little early. */
export function codeOf(secret: string, nowMs: number, steps = 0): string {
  const counter = Buffer.alloc(8);
  counter.writeBigUInt64BE(BigInt(Math.floor(nowMs / STEP_MS) + steps));
  const hash = createHmac('sha1', decodeBase32(secret)).update(counter).digest();
  // RFC 4226 §5.3: the low four bits of the last byte say where the number begins.
  const at = (hash.at(-1) ?? 0) & 0xf;
  return String((hash.readUInt32BE(at) & 0x7fffffff) % 1_000_000).padStart(6, '0');
}

/** RFC 4648 §6, without padding. */
function decodeBase32(text: string): Buffer {
  const bits = [...text].map((letter) => ALPHABET.indexOf(letter).toString(2).padStart(5, '0')).join('');
  return Buffer.from((bits.match(/.{8}/g) ?? []).map((byte) => Number.parseInt(byte, 2)));
}
