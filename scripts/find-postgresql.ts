import { accessSync, constants, existsSync, readdirSync } from 'node:fs';
import { delimiter, join } from 'node:path';

/** Debian keeps the programs of each version in a folder of its own, which is not on the PATH. */
const DEBIAN = '/usr/lib/postgresql';

/** The folder with PostgreSQL's programs: `VIDIMUS_POSTGRESQL`, the first on the PATH that has a server, or Debian's newest. */
export function findPostgresql(env: Readonly<Record<string, string | undefined>>): string | undefined {
  if (env.VIDIMUS_POSTGRESQL) return env.VIDIMUS_POSTGRESQL;
  const versions = existsSync(DEBIAN) ? readdirSync(DEBIAN).toSorted((a, b) => Number(b) - Number(a)) : [];
  const folders = [
    ...(env.PATH ?? '').split(delimiter).filter((folder) => folder !== ''),
    ...versions.map((version) => join(DEBIAN, version, 'bin')),
  ];
  return folders.find((folder) => isExecutable(join(folder, 'postgres')) && isExecutable(join(folder, 'initdb')));
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false; // the one question was whether this is an executable: it is not
  }
}
