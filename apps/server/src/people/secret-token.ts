/**
 * Secrets that are shown once: API keys, session tokens, invitations. 256 random bits in letters and digits, after a prefix that
 * says what it is and before a checksum, so that a mistyped one is told without the database and secret scanners are sure of one.
 */
import { createHash } from 'node:crypto';
import { crc32 } from 'node:zlib';

/** What opens what. */
export type SecretPrefix = 'sk_live' | 'sk_test' | 'vss' | 'vsi' | 'vcs' | 'vct';

/** Makes random bytes; handed in. */
export type Random = (length: number) => Buffer;

const SECRET_BYTES = 32;
const ALPHABET = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';
const BASE = BigInt(ALPHABET.length);
/** 62^43 is the first power of 62 above 2^256. */
const SECRET_DIGITS = 43;
/** 62^6 is the first above 2^32. */
const CHECK_DIGITS = 6;
const SHAPE = /^(sk_live|sk_test|vss|vsi|vcs|vct)_([0-9A-Za-z]{43})([0-9A-Za-z]{6})$/;
const HINT_CHARACTERS = 4;

/** E.g. `sk_test_` and 49 letters and digits. */
export function newSecret(prefix: SecretPrefix, random: Random): string {
  const body = `${prefix}_${digits(BigInt(`0x${random(SECRET_BYTES).toString('hex')}`), SECRET_DIGITS)}`;
  return `${body}${checksum(body)}`;
}

/** Whether it is one of ours and rightly typed; says nothing of whether it opens anything. */
export function isSecret(prefix: SecretPrefix, presented: string): boolean {
  const parts = SHAPE.exec(presented);
  if (parts?.[1] !== prefix) return false;
  return checksum(presented.slice(0, -CHECK_DIGITS)) === parts[3];
}

/**
 * What is kept of it. A plain SHA-256 is enough: nobody guesses 256 random bits, so slowness or a key would add nothing, and it
 * is found by equality of the hash, whose timing tells a stranger nothing that could be steered.
 */
export function hashSecret(secret: string): Buffer {
  return createHash('sha256').update(secret).digest();
}

/** Enough to tell several of one's own apart. */
export function hintOf(secret: string): string {
  return secret.slice(-HINT_CHARACTERS);
}

function checksum(body: string): string {
  return digits(BigInt(crc32(body)), CHECK_DIGITS);
}

function digits(value: bigint, count: number): string {
  let rest = value;
  let text = '';
  for (let i = 0; i < count; i++) {
    text = `${ALPHABET[Number(rest % BASE)]}${text}`;
    rest /= BASE;
  }
  return text;
}
