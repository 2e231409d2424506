/** Where a whole installation of a test keeps what it has: told to its process, looked through when it has ended, and removed. */
import { readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { type OpenDatabase, openDatabase } from './db/open-database.ts';
import { copyTestDirectory } from './db/test-database.fixture.ts';

export type InstallationPlace = {
  readonly directory: string;
  readonly environment: Readonly<Record<string, string>>;
  /** Of an installation that has ended. */
  readonly openDatabase: () => Promise<OpenDatabase>;
  readonly remove: () => Promise<void>;
};

/** A new one, migrated. */
export async function installationPlace(kind: OpenDatabase['kind']): Promise<InstallationPlace> {
  if (kind !== 'embedded') throw new Error(`no installation is tested on ${kind} yet`);
  const directory = await copyTestDirectory();
  return {
    directory,
    environment: { VIDIMUS_DATA: directory },
    openDatabase: async () => {
      const opened = await openDatabase({ kind: 'embedded', directory });
      if (!opened.ok) throw new Error(opened.error.code);
      return opened.value;
    },
    remove: async () => rmSync(directory, { recursive: true, force: true }),
  };
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
