import { generateKeyPairSync } from 'node:crypto';
import { chmodSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { isSignedBy, newSigningKey, openSigningKey } from './signing-key.ts';

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'vidimus-signing-key-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const opened = (name: string) => {
  const key = openSigningKey(join(folder, name));
  if (!key.ok) throw new Error(key.error.code);
  return key.value;
};
const rsa = () =>
  generateKeyPairSync('rsa', {
    modulusLength: 2048,
    privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
    publicKeyEncoding: { type: 'spki', format: 'pem' },
  }).privateKey;

test('a key is made once, for its owner alone, and nothing else is left behind', () => {
  const first = opened('key.pem');
  expect(opened('key.pem').publicKey).toEqual(first.publicKey);
  expect(statSync(join(folder, 'key.pem')).mode & 0o777).toBe(0o600);
  expect(readdirSync(folder)).toEqual(['key.pem']);
});

test.each<readonly [string, () => string, number, string]>([
  ['a key that others may read', () => rsa(), 0o640, 'signing.key-is-open'],
  ['a key of another kind', () => rsa(), 0o600, 'signing.not-ed25519'],
  ['half a key', () => '-----BEGIN PRIVATE KEY-----\nMC4', 0o600, 'signing.not-ed25519'],
  ['an empty file', () => '', 0o600, 'signing.not-ed25519'],
])('%s is refused', (name, text, mode, code) => {
  const file = join(folder, `${name}.pem`);
  writeFileSync(file, text());
  chmodSync(file, mode);
  expect(openSigningKey(file)).toMatchObject({ ok: false, error: { code, file } });
});

test('a signature holds for its message and its key, and for nothing else', () => {
  const key = newSigningKey();
  const message = Buffer.from('seen');
  const signature = key.sign(message);
  expect(isSignedBy(key.publicKey, message, signature)).toBe(true);
  expect(isSignedBy(key.publicKey, Buffer.from('not seen'), signature)).toBe(false);
  expect(isSignedBy(newSigningKey().publicKey, message, signature)).toBe(false);
  expect(isSignedBy(key.publicKey, message, signature.subarray(1))).toBe(false);
});

test.each([0, 5, 31, 33])('a key of %i bytes signs nothing', (length) => {
  expect(isSignedBy(Buffer.alloc(length), Buffer.from('seen'), Buffer.alloc(64))).toBe(false);
});
