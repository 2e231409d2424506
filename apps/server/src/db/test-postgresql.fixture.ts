/** A migrated database of its own on the throw-away server that `npm test` starts: a clone of one template. */
import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { migrate } from './migrate.ts';
import { type OpenDatabase, openDatabase } from './open-database.ts';

/** Of the throw-away server; undefined where `npm test` found none, or did not start this. Its user is no superuser. */
export const TEST_POSTGRESQL: string | undefined = process.env.VIDIMUS_TEST_POSTGRESQL;

/** Makes a database that is migrated, or `empty`. Throws where there is no server; whoever asked removes it in the end. */
export async function createTestPostgresql(
  content: { readonly template: string } | 'empty',
): Promise<{ readonly url: string; readonly remove: () => Promise<void> }> {
  const name = `test_${randomUUID().replaceAll('-', '')}`;
  await ask(
    `create database ${name}${content === 'empty' ? '' : ` template ${await templateDatabase(content.template)}`}`,
  );
  return { url: urlOf(name), remove: async () => void (await ask(`drop database if exists ${name} with (force)`)) };
}

/** Closing it throws it away. */
export async function openTestPostgresql(version: string): Promise<OpenDatabase> {
  const { url, remove } = await createTestPostgresql({ template: version });
  const opened = await openPostgresql(url);
  const close = async () => {
    await opened.close();
    await remove();
  };
  return { ...opened, close };
}

/** Any number that nothing else locks: of several test files that come first, one makes the template. */
const TEMPLATE_LOCK = 7_064_002;

/** Of the migrations with that hash. */
async function templateDatabase(version: string): Promise<string> {
  const name = `template_${version}`;
  const client = new pg.Client({ connectionString: address() });
  await client.connect();
  try {
    await client.query('select pg_advisory_lock($1)', [TEMPLATE_LOCK]);
    const { rowCount } = await client.query('select from pg_database where datname = $1', [name]);
    if (rowCount === 0) {
      const making = `making_${version}`;
      await client.query(`drop database if exists ${making} with (force)`);
      await client.query(`create database ${making}`);
      const opened = await openPostgresql(urlOf(making));
      await migrate(opened.db);
      await opened.close();
      await client.query(`alter database ${making} rename to ${name}`);
    }
    return name;
  } finally {
    await client.end();
  }
}

async function openPostgresql(url: string): Promise<OpenDatabase> {
  const opened = await openDatabase({ kind: 'postgresql', url });
  if (!opened.ok) throw new Error(opened.error.code);
  return opened.value;
}

async function ask(statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: address() });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}

function urlOf(database: string): string {
  return address().replace('/postgres?', `/${database}?`);
}

function address(): string {
  if (TEST_POSTGRESQL === undefined)
    throw new Error('VIDIMUS_TEST_POSTGRESQL names no server: run the tests with npm test');
  return TEST_POSTGRESQL;
}
