/** What a crash left between a blob and its row goes by itself; what a row names stays. */
import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { insertRow, oneRowEach } from '../db/one-row-each.fixture.ts';
import type { OpenDatabase } from '../db/open-database.ts';
import { openTestDatabase, TEST_DATABASES } from '../db/test-database.fixture.ts';
import { BLOB_STORES, type OpenedStore } from './blob-stores.fixture.ts';
import { sweepBlobs } from './sweep-blobs.ts';

const HOUR_MS = 60 * 60 * 1000;
const after = (hours: number) => new Date(Date.now() + hours * HOUR_MS);
const newKey = () => `blob_${randomBytes(16).toString('hex')}`;

describe.each(TEST_DATABASES.flatMap((kind) => BLOB_STORES.map(([name, open]) => ({ kind, name, open }))))(
  'blobs on $name, rows in the $kind database',
  ({ kind, open }) => {
    let database: OpenDatabase;
    let store: OpenedStore;
    let folder = '';
    beforeAll(async () => {
      folder = mkdtempSync(join(tmpdir(), 'vidimus-sweep-'));
      database = await openTestDatabase(kind);
      store = await open(folder);
    });
    afterAll(async () => {
      await store.close();
      await database.close();
      rmSync(folder, { recursive: true, force: true });
    });
    const plant = async (key = newKey()) => {
      await store.blobs.put(key, Buffer.from('sealed'));
      return key;
    };
    const isThere = async (key: string) => (await store.blobs.get(key)) !== undefined;
    const sweep = (now: Date) => sweepBlobs({ db: database.db, blobs: store.blobs }, now);

    test('an orphan goes after a day, and not before: its row may be on the way', async () => {
      const orphan = await plant();
      expect(await sweep(after(23))).toEqual({ seen: 0, removed: 0, suspicious: 0 });
      expect(await isThere(orphan)).toBe(true);
      expect(await sweep(after(25))).toEqual({ seen: 1, removed: 1, suspicious: 0 });
      expect(await isThere(orphan)).toBe(false);
    });

    test('photographs, previews and logos that a row names stay; of an erased photograph nothing does', async () => {
      const [photo, preview, logo] = [await plant(), await plant(), await plant()];
      const [erased, itsPreview] = [await plant(), await plant()];
      await rowsNaming(database, { photo, preview, logo, erased, itsPreview });
      expect(await sweep(after(25))).toEqual({ seen: 5, removed: 2, suspicious: 0 });
      expect(await Promise.all([photo, preview, logo, erased, itsPreview].map(isThere))).toEqual([
        true,
        true,
        true,
        false,
        false,
      ]);
    });

    test('what this server did not name stays', async () => {
      const key = await plant('backup_of_yesterday');
      expect((await sweep(after(25))).removed).toBe(0);
      expect(await isThere(key)).toBe(true);
    });

    test('so many that no crash can have left them are told, and stay', async () => {
      const keys = await Promise.all(Array.from({ length: 101 }, () => plant()));
      expect(await sweep(after(25))).toMatchObject({ removed: 0, suspicious: 101 });
      expect(await isThere(keys[0] ?? '')).toBe(true);
    });
  },
);

/** One photograph with its preview, one that was erased, and a logo. */
async function rowsNaming(
  { db }: OpenDatabase,
  keys: Readonly<Record<'photo' | 'preview' | 'logo' | 'erased' | 'itsPreview', string>>,
): Promise<void> {
  const rows = oneRowEach('org_a');
  const tables = ['organization', 'policy', 'policy_version', 'applicant', 'verification'] as const;
  for (const table of tables) await insertRow(db, table, rows[table]);
  const { media } = rows;
  await insertRow(db, 'media', { ...media, id: 'med_1', blob_key: keys.photo, preview_key: keys.preview });
  const erased = { blob_key: keys.erased, preview_key: keys.itsPreview, erased_at: new Date() };
  await insertRow(db, 'media', { ...media, id: 'med_2', ...erased });
  await db.updateTable('organization').set({ logo_key: keys.logo, logo_width: 1, logo_height: 1 }).execute();
}
