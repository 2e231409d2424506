import { randomBytes } from 'node:crypto';
import { chmodSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { newKeyLines } from './key-lines.ts';
import { loadMasterKeys, makeMasterKeys } from './load-master-keys.ts';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'vidimus-keys-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function keysFile(mode: number): string {
  const path = join(folder, 'mounted');
  writeFileSync(path, newKeyLines(randomBytes));
  chmodSync(path, mode);
  return path;
}

test('keys come from the file that is named', async () => {
  expect(await loadMasterKeys({ VIDIMUS_KEYS_FILE: keysFile(0o600) }, folder)).toMatchObject({ ok: true });
});

test('keys come from the environment', async () => {
  const lines = newKeyLines(randomBytes).trim().replace('\n', ',');
  expect(await loadMasterKeys({ VIDIMUS_KEYS: lines }, folder)).toMatchObject({ ok: true, value: { wraps: 1 } });
});

test('keys that were made are found again, for their owner alone, and nothing else lies beside them', async () => {
  await makeMasterKeys(join(folder, 'data'), randomBytes);
  expect(await loadMasterKeys({}, join(folder, 'data'))).toMatchObject({ ok: true });
  expect(statSync(join(folder, 'data', 'keys')).mode & 0o777).toBe(0o600);
  expect(statSync(join(folder, 'data')).mode & 0o777).toBe(0o700);
  expect(readdirSync(join(folder, 'data'))).toEqual(['keys']);
});

test('keys that exist are never replaced', async () => {
  await makeMasterKeys(folder, randomBytes);
  const before = readFileSync(join(folder, 'keys'), 'utf8');
  await expect(makeMasterKeys(folder, randomBytes)).rejects.toThrow(/EEXIST/);
  expect(readFileSync(join(folder, 'keys'), 'utf8')).toBe(before);
  expect(readdirSync(folder)).toEqual(['keys']);
});

test.each([
  [0o644, '0644'],
  [0o604, '0604'],
  [0o602, '0602'],
  [0o660, '0660'],
])('a file of mode %o is refused', async (mode, octal) => {
  const source = keysFile(mode);
  expect(await loadMasterKeys({ VIDIMUS_KEYS_FILE: source }, folder)).toEqual({
    ok: false,
    error: { code: 'vault.keys-file-open-to-others', source, mode: octal },
  });
});

test.each([0o600, 0o400, 0o640, 0o440])('a file of mode %o is taken', async (mode) => {
  expect(await loadMasterKeys({ VIDIMUS_KEYS_FILE: keysFile(mode) }, folder)).toMatchObject({ ok: true });
});

test('a file that is named and missing is not replaced by another source', async () => {
  await makeMasterKeys(folder, randomBytes);
  const source = join(folder, 'not-mounted');
  expect(await loadMasterKeys({ VIDIMUS_KEYS_FILE: source }, folder)).toEqual({
    ok: false,
    error: { code: 'vault.keys-file-missing', source },
  });
});

test('two sources are one too many', async () => {
  const both = { VIDIMUS_KEYS_FILE: keysFile(0o600), VIDIMUS_KEYS: newKeyLines(randomBytes) };
  expect(await loadMasterKeys(both, folder)).toMatchObject({ error: { code: 'vault.two-key-sources' } });
});

test('no source is told with all that were looked at', async () => {
  expect(await loadMasterKeys({}, folder)).toEqual({
    ok: false,
    error: { code: 'vault.no-keys', looked: ['VIDIMUS_KEYS_FILE', 'VIDIMUS_KEYS', join(folder, 'keys')] },
  });
});
