/** Where an installation keeps its database, photographs and keys. */
import { accessSync, constants, existsSync, mkdirSync, statSync } from 'node:fs';
import { homedir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import type { Result } from '@vidimus/engine/standards';

export type DataDirectoryRefused = {
  readonly code: 'configuration.data-directory-not-usable';
  readonly directories: readonly string[];
  /** What the system said of the last one, e.g. `EACCES`. */
  readonly observed: string;
};

export type NoInstallation = {
  readonly code: 'configuration.no-installation';
  readonly directories: readonly string[];
};

/** The named directory, or where programs keep their data on this machine, or a folder of the working directory. */
export function dataDirectoryCandidates(
  named: string | undefined,
  environment: { readonly XDG_DATA_HOME?: string | undefined },
  workingDirectory: string,
): readonly string[] {
  if (named !== undefined) return [resolve(workingDirectory, named)];
  const { XDG_DATA_HOME: shared } = environment;
  // An account without a home has `/` or a folder that does not exist: the last one is for it.
  const home = shared === undefined || shared === '' ? join(homedir(), '.local', 'share') : shared;
  return [join(home, 'vidimus'), join(workingDirectory, '.vidimus')];
}

/** The first that exists, or can be made, and can be written to. */
export function openDataDirectory(candidates: readonly string[]) {
  let observed = 'none was named';
  for (const directory of candidates) {
    try {
      makeFolder(directory);
      accessSync(directory, constants.W_OK | constants.X_OK);
      return { ok: true, value: directory } as const;
    } catch (error) {
      if (!(error instanceof Error && 'code' in error)) throw error;
      observed = String(error.code);
    }
  }
  const error: DataDirectoryRefused = {
    code: 'configuration.data-directory-not-usable',
    directories: candidates,
    observed,
  };
  return { ok: false, error } as const;
}

/** The first in which a server was run already; nothing is made. On PostgreSQL its folder holds no database. */
export function findInstallation(
  candidates: readonly string[],
  kind: 'embedded' | 'postgresql',
): Result<string, NoInstallation> {
  const directory = candidates.find((one) => existsSync(kind === 'embedded' ? join(one, 'postgresql') : one));
  if (directory !== undefined) return { ok: true, value: directory };
  return { ok: false, error: { code: 'configuration.no-installation', directories: candidates } };
}

/** With its parents. Not by `recursive` of mkdir, which never ends where an existing parent answers ENOENT, as /proc does. */
function makeFolder(directory: string): void {
  if (existsSync(directory) && statSync(directory).isDirectory()) return;
  const parent = dirname(directory);
  if (!existsSync(parent)) makeFolder(parent);
  mkdirSync(directory, { mode: 0o700 });
}
