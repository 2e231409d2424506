/** A fresh, migrated database for one test file: made once and copied, because making one takes seconds. */
import { createHash } from 'node:crypto';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { migrate } from './migrate.ts';
import { type OpenDatabase, openDatabase } from './open-database.ts';
import { openTestPostgresql, TEST_POSTGRESQL } from './test-postgresql.fixture.ts';

/** Which databases this run tests on: PostgreSQL where `npm test` started one. */
export const TEST_DATABASES: readonly OpenDatabase['kind'][] =
  TEST_POSTGRESQL === undefined ? ['embedded'] : ['embedded', 'postgresql'];

/** Closing it throws it away. */
export async function openTestDatabase(kind: OpenDatabase['kind'] = 'embedded'): Promise<OpenDatabase> {
  if (kind === 'postgresql') return openTestPostgresql(templateVersion());
  const directory = await copyTestDirectory();
  const opened = await openEmbedded(directory);
  const close = async () => {
    await opened.close();
    rmSync(directory, { recursive: true, force: true });
  };
  return { ...opened, close };
}

/** A data directory of its own for whoever opens, and removes, it. */
export async function copyTestDirectory(): Promise<string> {
  const directory = mkdtempSync(join(tmpdir(), 'vidimus-test-db-'));
  cpSync(await templateDirectory(), directory, { recursive: true });
  return directory;
}

/** Of these migrations, opened this way. */
export function templateVersion(): string {
  const folder = join(import.meta.dirname, 'migrations');
  const hash = createHash('sha256');
  for (const file of readdirSync(folder).toSorted()) hash.update(readFileSync(join(folder, file)));
  hash.update(readFileSync(join(import.meta.dirname, 'durable-node-fs.ts')));
  return hash.digest('hex').slice(0, 16);
}

/** Made by `npm test` before its tests, or by whichever test file comes first; kept from run to run. */
export async function templateDirectory(): Promise<string> {
  const user = process.getuid?.() ?? 0;
  const folder = process.env.VIDIMUS_TEST_TEMPLATES ?? tmpdir();
  const template = join(folder, `vidimus-template-db-${user}-${templateVersion()}`);
  if (existsSync(template)) return template;
  const making = mkdtempSync(join(folder, 'vidimus-making-db-'));
  mkdirSync(making, { recursive: true });
  const opened = await openEmbedded(making);
  await migrate(opened.db);
  await opened.close();
  try {
    renameSync(making, template);
  } catch (error) {
    // Another test file was faster: its template is as good.
    if (!existsSync(template)) throw error;
    rmSync(making, { recursive: true, force: true });
  }
  return template;
}

async function openEmbedded(directory: string): Promise<OpenDatabase> {
  const opened = await openDatabase({ kind: 'embedded', directory });
  if (!opened.ok) throw new Error(opened.error.code);
  return opened.value;
}
