/** Passwords as NIST SP 800-63B-4 §3.1.1 asks for them: long, not known to everybody, of any characters, and never told to expire. */
import { hash, verify } from '@node-rs/argon2';
import type { Result } from '@vidimus/engine/standards';
import { COMMON_PASSWORDS } from './common-passwords.table.ts';

/** Alone, or with a second factor in the same sign-in. */
export type PasswordUse = 'alone' | 'with_second_factor';

export type PasswordRefused =
  /** Counted in characters (Unicode code points). */
  | { readonly code: 'password.too-short'; readonly length: number; readonly least: number }
  | { readonly code: 'password.too-long'; readonly length: number; readonly most: number }
  /** On the list of the commonest, one character over and over, or a row of the keyboard. */
  | { readonly code: 'password.common' }
  /** The name of the service, of the organization or of the person, with or without something at its ends. */
  | { readonly code: 'password.about-you' };

/** §3.1.1.2: 15 where it is the only factor, 8 where it is one of two. */
const LEAST: Readonly<Record<PasswordUse, number>> = { alone: 15, with_second_factor: 8 };
/** §3.1.1.2 asks for at least 64; the rest is for sentences, and bounds the work. */
const MOST = 256;
/** Shorter words are in too many good passwords. */
const CONTEXT_WORD_LEAST = 4;

/**
 * OWASP Password Storage Cheat Sheet: argon2id (the library's default) with 46 MiB and one pass is its first row. About 50 ms on one core of two, and four
 * at once (libuv's threads) stay under 200 MiB on a small machine. 63B-4 asks for a salt of 32 bits or more: 128 here, by the library.
 */
const ARGON2 = { memoryCost: 47_104, timeCost: 1, parallelism: 1 } as const;

/** Of a password that nobody knows: checked where there is no member, so that the answer takes as long. Same parameters as above. */
const NOBODYS_PASSWORD =
  '$argon2id$v=19$m=47104,t=1,p=1$KtUnqT1mD3s2SdQMH/efSQ$nieYAlC+IkT32LGaHrjPJnbSvIirv3IkDusWMeJB8Ic';

/** Hash with a key that is kept apart from the database (§3.1.1.2), so that a stolen dump is no place to guess. */
export type KeyedHash = (value: string) => Uint8Array;

/** `context`: names that a stranger would try first: of the organization, of the person, of the address. */
export function checkPassword(
  password: string,
  use: PasswordUse,
  context: readonly string[],
): Result<string, PasswordRefused> {
  const normal = normalisePassword(password);
  const length = [...normal].length;
  const least = LEAST[use];
  if (length < least) return { ok: false, error: { code: 'password.too-short', length, least } };
  if (length > MOST) return { ok: false, error: { code: 'password.too-long', length, most: MOST } };
  const folded = normal.toLowerCase();
  if (COMMON_PASSWORDS.has(folded) || isOneRun(folded)) return { ok: false, error: { code: 'password.common' } };
  if (isAbout(folded, context)) return { ok: false, error: { code: 'password.about-you' } };
  return { ok: true, value: normal };
}

/** What is kept of a password that was checked. */
export function hashPassword(password: string, keyed: KeyedHash): Promise<string> {
  return hash(keyedText(password, keyed), ARGON2);
}

/** Takes about as long whatever the answer, also where nothing is stored. */
export async function matchesPassword(stored: string | null, password: string, keyed: KeyedHash): Promise<boolean> {
  const matches = await verify(stored ?? NOBODYS_PASSWORD, keyedText(password, keyed));
  return stored !== null && matches;
}

/** §3.1.1.2: so that the same password typed on another keyboard has the same bytes. */
function normalisePassword(password: string): string {
  return password.normalize('NFC');
}

/** As text: @node-rs/argon2 2.2.1 hashes any bytes, but verifies UTF-8 alone. */
function keyedText(password: string, keyed: KeyedHash): string {
  return Buffer.from(keyed(normalisePassword(password))).toString('base64url');
}

/** `aaaaaaaa`, `abcdefgh`, `87654321`. */
function isOneRun(text: string): boolean {
  const points = [...text].map((character) => character.codePointAt(0) ?? 0);
  const steps = new Set(points.slice(1).map((point, i) => point - (points[i] ?? 0)));
  const [step] = steps;
  return steps.size === 1 && step !== undefined && Math.abs(step) <= 1;
}

/** The whole password is compared, without what stands at its ends and between its words; never a part of it (§3.1.1.2). */
function isAbout(folded: string, context: readonly string[]): boolean {
  const bare = lettersOf(folded);
  const words = ['vidimus', ...context].flatMap((name) => [name, ...name.split(/[^\p{L}\p{N}]+/u)]).map(lettersOf);
  return words.some((word) => word.length >= CONTEXT_WORD_LEAST && (bare === word || bare === `${word}${word}`));
}

function lettersOf(text: string): string {
  return text
    .normalize('NFC')
    .toLowerCase()
    .replace(/[^\p{L}]/gu, '');
}
