/** Where a whole installation of a test keeps what it has: told to its process, looked through when it has ended, and removed. */
import { randomBytes } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type OpenDatabase, openDatabase } from './db/open-database.ts';
import { copyTestDirectory, templateVersion } from './db/test-database.fixture.ts';
import { createTestPostgresql } from './db/test-postgresql.fixture.ts';
import { newKeyLines } from './vault/key-lines.ts';

export type InstallationPlace = {
  readonly directory: string;
  readonly environment: Readonly<Record<string, string>>;
  /** Of an installation that has ended. */
  readonly openDatabase: () => Promise<OpenDatabase>;
  readonly remove: () => Promise<void>;
};

/** A new one, migrated. */
export async function installationPlace(kind: OpenDatabase['kind']): Promise<InstallationPlace> {
  if (kind === 'postgresql') return postgresqlPlace();
  const directory = await copyTestDirectory();
  return {
    directory,
    environment: { VIDIMUS_DATA: directory },
    openDatabase: () => open({ kind, directory }),
    remove: async () => rmSync(directory, { recursive: true, force: true }),
  };
}

async function postgresqlPlace(): Promise<InstallationPlace> {
  const directory = mkdtempSync(join(tmpdir(), 'vidimus-test-'));
  const { url, remove } = await createTestPostgresql({ template: templateVersion() });
  return {
    directory,
    environment: { VIDIMUS_DATA: directory, DATABASE_URL: url, VIDIMUS_KEYS: newKeyLines(randomBytes) },
    openDatabase: () => open({ kind: 'postgresql', url }),
    remove: async () => {
      await remove();
      rmSync(directory, { recursive: true, force: true });
    },
  };
}

async function open(place: Parameters<typeof openDatabase>[0]): Promise<OpenDatabase> {
  const opened = await openDatabase(place);
  if (!opened.ok) throw new Error(opened.error.code);
  return opened.value;
}

/** Every row of every table, those of the queue as well; bytes as the letters that they would be. */
export async function rowsOf(place: InstallationPlace): Promise<string> {
  const { pool, close } = await place.openDatabase();
  const tables = await pool.query<{ name: string }>(
    `select format('%I.%I', schemaname, tablename) as name from pg_tables where schemaname in ('public', 'pgboss')`,
  );
  const texts: string[] = [];
  for (const { name } of tables.rows) {
    const { rows } = await pool.query<{ row: string }>(`select t::text as row from ${name} t`);
    texts.push(
      ...rows.map(({ row }) =>
        row.replace(/\\\\x([0-9a-f]+)/g, (_, hex: string) => Buffer.from(hex, 'hex').toString('latin1')),
      ),
    );
  }
  await close();
  return texts.join('\n');
}

/** Everything that lies in its folder, the embedded database's own files and its log of changes as well. */
export function filesOf({ directory }: InstallationPlace): string {
  return readdirSync(directory, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => `${name}\n${readFileSync(join(parentPath, name)).toString('latin1')}`)
    .join('\n');
}
