/** A name goes in; nobody who has the database and the blobs finds it, and once it is forgotten nobody who has the keys does. */
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { migrate } from '../db/migrate.ts';
import { type OpenDatabase, openDatabase } from '../db/open-database.ts';
import { TEST_DATABASES } from '../db/test-database.fixture.ts';
import type { BlobStore } from './blob-store.ts';
import { openDiskBlobs } from './disk-blobs.ts';
import { type SealedBlob, sealBlob } from './seal-blob.ts';
import { asTenant, masterKeys, NOW, openOrganizations, vaultUnder } from './test-vault.fixture.ts';

const CANARY = 'Zwitscherling-Kanarienvogel';
/** As text, and as it would look in a dump of bytes. */
const SIGHTS = [
  CANARY,
  Buffer.from(CANARY).toString('hex'),
  Buffer.from(CANARY).toString('base64').slice(0, -4),
  Buffer.from(CANARY, 'utf16le').toString('latin1'),
];
const vault = vaultUnder(masterKeys(1));
const PERSON = { organizationId: 'org_a', subject: 'mem_1', object: 'mem_1', field: 'sealed_person' };
const PHOTO = { organizationId: 'org_a', subject: 'mem_1', object: 'med_1', field: 'photograph' };

/** Puts the name into a row, its keyed hash into another column, and a photograph that bears it into the store. */
async function takeIn(opened: OpenDatabase, blobs: BlobStore): Promise<SealedBlob> {
  const photo = await asTenant(opened, async (trx) => {
    const sealed_person = await vault.seal(trx, PERSON, Buffer.from(CANARY));
    const member = { id: 'mem_1', organization_id: 'org_a', roles: ['reviewer'], created_at: NOW };
    const email_index = vault.blindIndex('member.email', CANARY);
    await trx
      .insertInto('member')
      .values({ ...member, email_index, sealed_person })
      .execute();
    return sealBlob(vault, trx, PHOTO, Buffer.from(`JPEG ${CANARY} `.repeat(1000)));
  });
  await blobs.put(photo.blobKey, photo.sealed);
  return photo;
}

async function dump({ db }: OpenDatabase): Promise<string> {
  const tables = await sql<{ name: string }>`select table_name as name from information_schema.tables
    where table_schema = 'public' and table_type = 'BASE TABLE'`.execute(db);
  const dumps: string[] = [];
  for (const { name } of tables.rows) {
    const { rows } = await sql<{ row: string }>`select t::text as row from ${sql.table(name)} t`.execute(db);
    dumps.push(...rows.map(({ row }) => `${name} ${row}`));
  }
  return dumps.join('\n');
}

function contents(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .flatMap((entry) => [entry.name, readFileSync(join(entry.parentPath, entry.name), 'latin1')]);
}

function sightings(texts: readonly string[]): readonly string[] {
  return SIGHTS.filter((sight) => texts.some((text) => text.includes(sight)));
}

describe.each(TEST_DATABASES)('on the %s database', (kind) => {
  let opened: OpenDatabase;
  let blobs: BlobStore;
  let folder = '';
  let photo: SealedBlob;
  beforeAll(async () => {
    opened = await openOrganizations(kind);
    folder = mkdtempSync(join(tmpdir(), 'vidimus-erasure-'));
    blobs = await openDiskBlobs(folder, () => new Date());
    photo = await takeIn(opened, blobs);
  });
  afterAll(async () => {
    await opened.close();
    rmSync(folder, { recursive: true, force: true });
  });

  const openPerson = () =>
    asTenant(opened, async (trx) => {
      const { sealed_person } = await trx.selectFrom('member').select('sealed_person').executeTakeFirstOrThrow();
      return vault.open(trx, PERSON, sealed_person);
    });

  test('a name is in no table and in no file, and opens for those who have the keys', async () => {
    const dumped = await dump(opened);
    expect(dumped).toContain('mem_1');
    expect(sightings([dumped, ...contents(folder)])).toEqual([]);
    expect(await openPerson()).toEqual({ ok: true, value: Buffer.from(CANARY) });
    const sealed = await blobs.get(photo.blobKey);
    const opening = await asTenant(opened, (trx) => vault.open(trx, PHOTO, sealed ?? Buffer.alloc(0)));
    expect(opening.ok && opening.value.includes(CANARY)).toBe(true);
  });

  test('once the subject is forgotten, nothing of it opens: neither the row nor a copy of the photograph', async () => {
    await asTenant(opened, (trx) => vault.forget(trx, 'org_a', 'mem_1'));
    await blobs.remove(photo.blobKey);
    const erased = { ok: false, error: { code: 'vault.erased', subject: 'mem_1' } };
    expect(await openPerson()).toEqual(erased);
    expect(await asTenant(opened, (trx) => vault.open(trx, PHOTO, photo.sealed))).toEqual(erased);
    expect(contents(folder)).toEqual([]);
    expect(sightings([await dump(opened)])).toEqual([]);
    const sealing = asTenant(opened, (trx) => sealBlob(vault, trx, PHOTO, Buffer.from('later')));
    await expect(sealing).rejects.toThrow('vault.erased');
  });
});

test('a name is in no file of the embedded database, its log of changes included', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'vidimus-erasure-'));
  const opening = await openDatabase({ kind: 'embedded', directory: join(folder, 'database') });
  if (!opening.ok) throw new Error(opening.error.code);
  const opened = opening.value;
  await migrate(opened.db);
  await opened.db.insertInto('organization').values({ id: 'org_a', name: 'Utopia Bank', created_at: NOW }).execute();
  await takeIn(opened, await openDiskBlobs(join(folder, 'blobs'), () => new Date()));
  await opened.close();
  const texts = contents(folder);
  expect(texts.some((text) => text.includes('Utopia Bank'))).toBe(true);
  expect(sightings(texts)).toEqual([]);
  rmSync(folder, { recursive: true, force: true });
}, 60_000);
