/** A PostgreSQL server for one run of the tests: on a Unix socket, without a port, and gone afterwards. */
import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chownSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export type ThrowAwayPostgresql = {
  /** For whoever makes databases: no superuser, so that row-level security holds for it. */
  readonly url: string;
  /** `15.19`. */
  readonly version: string;
  readonly stop: () => Promise<void>;
};

/**
 * Starts it with the programs in `binaries`; throws where it does not start. It ends with this process, however that ends:
 * a shell between them waits on a pipe that closes then.
 */
export async function startThrowAwayPostgresql(binaries: string): Promise<ThrowAwayPostgresql> {
  const user = serverUser();
  const folder = mkdtempSync(join(tmpdir(), 'vidimus-pg-'));
  if (user !== undefined) chownSync(folder, user.uid, user.gid);
  const data = join(folder, 'data');
  const postgres = join(binaries, 'postgres');
  const owner = { ...user, cwd: folder };
  let server: ChildProcess | undefined;
  const stop = async () => {
    if (server !== undefined && server.exitCode === null) {
      const ended = once(server, 'exit');
      server.stdin?.end();
      await ended;
    }
    rmSync(folder, { recursive: true, force: true });
  };
  try {
    const initdb = ['--pgdata', data, '--username', 'postgres', '--auth', 'trust', '--encoding', 'UTF8', '--no-locale'];
    execFileSync(join(binaries, 'initdb'), [...initdb, '--no-sync'], { ...owner, stdio: ['ignore', 'ignore', 'pipe'] });
    const single = ['--single', '-D', data, 'postgres'];
    const input = `create role ${OWNER} login createdb createrole\n`;
    execFileSync(postgres, single, { ...owner, input, stdio: ['pipe', 'ignore', 'pipe'] });
    // `postgres (PostgreSQL) 15.19 (Debian …)`
    const version =
      execFileSync(postgres, ['--version'], { ...owner, encoding: 'utf8' })
        .split(' ')[2]
        ?.trim() ?? '';
    const settings = Object.entries({ ...SETTINGS, unix_socket_directories: folder }).flatMap(([name, value]) => [
      '-c',
      `${name}=${value}`,
    ]);
    server = spawn('sh', ['-c', UNTIL_ALONE, postgres, '-D', data, ...settings], {
      ...owner,
      // Of its own group: an interrupt from the keyboard is for the tests, and ends the server by the pipe.
      detached: true,
      stdio: ['pipe', 'ignore', 'pipe'],
    });
    await ready(server);
    return { url: `postgresql://${OWNER}@localhost/postgres?host=${encodeURIComponent(folder)}`, version, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

const OWNER = 'vidimus';

/** Nothing here outlives the run: the disk need not hold it. */
const SETTINGS = {
  listen_addresses: '',
  unix_socket_permissions: '0700',
  fsync: 'off',
  synchronous_commit: 'off',
  full_page_writes: 'off',
  autovacuum: 'off',
  max_connections: '200',
};

/** `"$0" "$@"` is the server, in its folder; SIGQUIT ends it at once: nothing of it is worth an orderly end. */
const UNTIL_ALONE = '"$0" "$@" <&- & server=$!; cat >/dev/null; kill -QUIT $server; wait $server; rm -rf "$PWD"';

const READY = 'database system is ready to accept connections';

function ready(server: ChildProcess): Promise<void> {
  return new Promise((resolve, reject) => {
    let said = '';
    server.stderr?.on('data', (chunk: Buffer) => {
      if (said.includes(READY)) return; // what tests provoke fills no memory
      said += chunk.toString();
      if (said.includes(READY)) resolve();
    });
    server.once('error', reject);
    server.once('exit', () => reject(new Error(`PostgreSQL did not start: ${said}`)));
  });
}

/** initdb refuses root. The package makes `postgres`; `nobody` is everywhere. */
function serverUser(): { readonly uid: number; readonly gid: number } | undefined {
  if (process.getuid?.() !== 0) return undefined;
  const users = readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .map((line) => line.split(':'));
  const found = ['postgres', 'nobody'].flatMap((name) => users.filter(([user]) => user === name))[0];
  if (found === undefined)
    throw new Error('There is neither a user postgres nor nobody, and PostgreSQL does not run as root');
  return { uid: Number(found[2]), gid: Number(found[3]) };
}
