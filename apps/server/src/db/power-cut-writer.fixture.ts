/**
 * Writes 0, 1, 2 … into the embedded database, and for each a blob beside it; says what it found first, and then each number once it is
 * acknowledged. `stock` is PGlite as it is shipped, without blobs. Usage: DIRECTORY ours|stock
 */
import { join } from 'node:path';
import { PGlite } from '@electric-sql/pglite';
import pg from 'pg';
import { openDiskBlobs } from '../vault/disk-blobs.ts';
import { openEmbeddedDatabase } from './embedded-database.ts';

const [directory = '', which] = process.argv.slice(2);
const BLOB = Buffer.alloc(5000, 7);

const { query, put, get } = which === 'stock' ? await stock() : await ours();
await query('create table if not exists receipt (number int primary key)');
const rows = await query('select number from receipt order by number');
const isWhole = rows.every(({ number }, index) => number === index);
let blobs = 0;
while (await get(blobs)) blobs += 1;
process.stdout.write(
  `${JSON.stringify({ found: isWhole ? rows.length : 'a row is missing between others', blobs })}\n`,
);
for (let number = rows.length; ; number += 1) {
  await put(number);
  await query(`insert into receipt values (${number})`);
  process.stdout.write(`${number}\n`);
}

async function ours() {
  const opened = await openEmbeddedDatabase(directory);
  if (!opened.ok) throw new Error(opened.error.code);
  const pool = new pg.Pool({ ...opened.value.connection, max: 1 });
  const store = await openDiskBlobs(join(directory, 'blobs'), () => new Date());
  return {
    query: async (text: string): Promise<readonly { readonly number: number }[]> => (await pool.query(text)).rows,
    put: (number: number) => store.put(`blob_receipt_${number}`, BLOB),
    get: async (number: number) => (await store.get(`blob_receipt_${number}`))?.equals(BLOB) ?? false,
  };
}

async function stock() {
  const database = await PGlite.create(join(directory, 'postgresql'));
  return {
    query: async (text: string) => (await database.query<{ readonly number: number }>(text)).rows,
    put: async () => {},
    get: async () => false,
  };
}
