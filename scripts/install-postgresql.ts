import { existsSync, readdirSync } from 'node:fs';
import { aptInstall, runs } from './apt-install.ts';
import { findPostgresql } from './find-postgresql.ts';

/**
 * Installs PostgreSQL where that needs no password; `undefined` where it cannot. `say` gets one line before a wait. Debian's package
 * makes a server that runs as a service: that one, new and empty, is removed again, and an older one is left alone.
 */
export function installPostgresql(say: (line: string) => void): string | undefined {
  const before = serversOfDebian();
  if (!aptInstall('postgresql', 'the tests of the database', say)) return undefined;
  for (const server of serversOfDebian()) {
    if (before.includes(server)) continue;
    const [version = '', name = ''] = server.split('/');
    if (!runs('pg_dropcluster', ['--stop', version, name]))
      say(`pg_dropcluster ${version} ${name} failed: it may still run.`);
  }
  return findPostgresql(process.env);
}

/** `15/main`, one each. */
function serversOfDebian(): readonly string[] {
  const folder = '/etc/postgresql';
  if (!existsSync(folder)) return [];
  return readdirSync(folder).flatMap((version) =>
    readdirSync(`${folder}/${version}`).map((name) => `${version}/${name}`),
  );
}
