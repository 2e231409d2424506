import { randomBytes } from 'node:crypto';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { OpenDatabase } from '../db/open-database.ts';
import { TEST_DATABASES } from '../db/test-database.fixture.ts';
import { newKeyLines, newVersionLine } from './key-lines.ts';
import { openVault } from './open-vault.ts';
import { asTenant, NOW, openOrganizations, PERSON } from './test-vault.fixture.ts';

describe.each(TEST_DATABASES)('on the %s database', (kind) => {
  let opened: OpenDatabase;
  let folder = '';
  beforeAll(async () => {
    opened = await openOrganizations(kind);
  });
  afterAll(() => opened.close());
  beforeEach(async () => {
    // As good as new, and faster than a new one.
    await opened.db.deleteFrom('installation').execute();
    await opened.db.deleteFrom('data_key').execute();
    folder = mkdtempSync(join(tmpdir(), 'vidimus-open-'));
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));
  const open = (keys: string | undefined, mayMakeKeys = false) =>
    openVault({
      db: opened.db,
      environment: keys === undefined ? {} : { VIDIMUS_KEYS: keys },
      dataFolder: folder,
      mayMakeKeys,
      clock: () => NOW,
    });

  test('a new installation makes its keys once, and opens with them again', async () => {
    const first = await open(undefined, true);
    const second = await open(undefined, true);
    if (!first.ok || !second.ok) throw new Error('keys are made');
    const sealed = await asTenant(opened, (trx) => first.value.vault.seal(trx, PERSON, Buffer.from('Anna')));
    const opening = await asTenant(opened, (trx) => second.value.vault.open(trx, PERSON, sealed));
    expect(opening).toEqual({ ok: true, value: Buffer.from('Anna') });
  });

  test('where keys may not be made, none are', async () => {
    expect(await open(undefined)).toMatchObject({ ok: false, error: { code: 'vault.no-keys' } });
    expect(existsSync(join(folder, 'keys'))).toBe(false);
  });

  test('a database whose keys are lost gets no new ones', async () => {
    await open(undefined, true);
    rmSync(join(folder, 'keys'));
    expect(await open(undefined, true)).toMatchObject({ ok: false, error: { code: 'vault.no-keys' } });
    expect(existsSync(join(folder, 'keys'))).toBe(false);
  });

  test.each([
    ['index', (lines: string[]) => [lines[0], newKeyLines(randomBytes).split('\n')[1]]],
    ['1', (lines: string[]) => [newVersionLine(1, randomBytes).trim(), lines[1]]],
  ])('another key under the name %s is found at the start', async (name, change) => {
    const lines = newKeyLines(randomBytes);
    expect(await open(lines)).toMatchObject({ ok: true });
    expect(await open(change(lines.split('\n')).join(','))).toEqual({
      ok: false,
      error: { code: 'vault.key-changed', name },
    });
    expect(await open(lines)).toMatchObject({ ok: true });
  });

  test('a version that is still in use cannot be taken out', async () => {
    const lines = newKeyLines(randomBytes);
    const vault = await open(lines);
    if (!vault.ok) throw new Error('the keys are good');
    await asTenant(opened, (trx) => vault.value.vault.seal(trx, PERSON, Buffer.from('Anna')));
    const without = lines.split('\n')[1] + newVersionLine(2, randomBytes).replace('2', '\n2');
    expect(await open(without)).toEqual({ ok: false, error: { code: 'vault.master-key-missing', version: 1 } });
  });
});
