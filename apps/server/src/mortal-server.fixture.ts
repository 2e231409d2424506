/** A server that is killed and started again, each life a process of its own (`crash-process.fixture.ts`). */
import { type ChildProcess, fork } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { sql } from 'kysely';
import { type DatabasePlace, type OpenDatabase, openDatabase } from './db/open-database.ts';
import { copyTestDirectory, templateVersion } from './db/test-database.fixture.ts';
import { createTestPostgresql } from './db/test-postgresql.fixture.ts';
import { programEnvironment } from './program-environment.fixture.ts';
import { makeMasterKeys } from './vault/load-master-keys.ts';

export type MortalInstallation = {
  readonly directory: string;
  readonly database: DatabasePlace;
  readonly environment: Readonly<Record<string, string>>;
  readonly remove: () => Promise<void>;
};

/** A new one, migrated, with keys of its own. */
export async function mortalInstallation(kind: OpenDatabase['kind']): Promise<MortalInstallation> {
  const directory = await copyTestDirectory();
  await makeMasterKeys(directory, randomBytes);
  const remove = async () => rmSync(directory, { recursive: true, force: true });
  // Compiled once for all lives.
  const environment = { VIDIMUS_DATA: directory, PORT: '0', NODE_COMPILE_CACHE: join(directory, 'compiled') };
  if (kind === 'embedded') return { directory, database: { kind, directory }, environment, remove };
  const { url, remove: drop } = await createTestPostgresql({ template: templateVersion() });
  return {
    directory,
    database: { kind, url },
    environment: { ...environment, DATABASE_URL: url },
    remove: () => Promise.all([drop(), remove()]).then(() => {}),
  };
}

/** Every life is a process of its own. */
export class MortalServer {
  readonly #environment: Readonly<Record<string, string>>;
  #child: ChildProcess | undefined;
  #listening = Promise.withResolvers<string>();
  readonly #said: unknown[] = [];

  constructor(environment: Readonly<Record<string, string>>) {
    this.#environment = environment;
  }

  url(): Promise<string> {
    return this.#listening.promise;
  }

  async start(): Promise<void> {
    const child = fork(new URL('./crash-process.fixture.ts', import.meta.url), {
      env: { ...this.#environment, ...programEnvironment() },
      execArgv: ['--no-warnings'],
    });
    this.#child = child;
    const ready = Promise.withResolvers<void>();
    child.on('message', (notice: { readonly code: string; readonly url?: string }) => {
      if (notice.code !== 'ready' || notice.url === undefined) this.#said.push(notice);
      else {
        this.#listening.resolve(notice.url);
        ready.resolve();
      }
    });
    child.once('exit', () => ready.reject(new Error(`the server did not start: ${JSON.stringify(this.#said)}`)));
    await ready.promise;
  }

  async kill(): Promise<void> {
    const child = this.#child;
    if (child === undefined) return;
    this.#listening = Promise.withResolvers();
    const ended = once(child, 'exit');
    child.kill('SIGKILL');
    await ended;
  }
}

/** While no server has it, where it is the embedded one. */
export async function withDatabase<T>(place: DatabasePlace, work: (opened: OpenDatabase) => Promise<T>): Promise<T> {
  const opened = await openDatabase(place);
  if (!opened.ok) throw new Error(opened.error.code);
  try {
    return await work(opened.value);
  } finally {
    await opened.value.close();
  }
}

/** What waits half a minute for a process that may still live has waited, and so has the queue for its workers. */
export async function letTimePass({ db }: Pick<OpenDatabase, 'db'>): Promise<void> {
  await sql`update message set due_at = now() where state = 'sent'`.execute(db);
  await sql`update pgboss.job set start_after = now() where state in ('created', 'retry')`.execute(db);
  await sql`update pgboss.job set heartbeat_on = now() - interval '1 hour' where state = 'active'`.execute(db);
}
