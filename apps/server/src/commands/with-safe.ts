/** Opens the database and the vault of an installation for a command, while no server runs on the embedded one. Makes none. */
import { readConfiguration } from '../configuration.ts';
import { dataDirectoryCandidates, findInstallation } from '../data-directory.ts';
import { migrate } from '../db/migrate.ts';
import { type OpenDatabase, openDatabase } from '../db/open-database.ts';
import { reachDatabase } from '../db/reach-database.ts';
import { openSafe, type Safe } from '../open-safe.ts';
import type { Tell } from '../tell.ts';
import { keyEnvironment } from './key-environment.ts';
import { configurationInWords, serveRefusedInWords } from './refusals.ts';

/** What the work answers, or 2 after saying what keeps it from being done; `whileServed` is the way out that a running server offers. */
export async function withSafe(
  tell: Tell,
  work: (open: {
    readonly database: OpenDatabase;
    readonly safe: Safe;
    readonly dataDirectory: string;
  }) => Promise<0 | 1 | 2>,
  whileServed?: string,
): Promise<0 | 1 | 2> {
  const configuration = readConfiguration(process.env);
  if (!configuration.ok) {
    tell.err(configurationInWords(configuration.error));
    return 2;
  }
  const { dataDirectory: named, databaseUrl } = configuration.value;
  const candidates = dataDirectoryCandidates(named, process.env, process.cwd());
  const directory = findInstallation(candidates, databaseUrl === undefined ? 'embedded' : 'postgresql');
  if (!directory.ok) {
    tell.err(serveRefusedInWords(directory.error));
    return 2;
  }
  const dataDirectory = directory.value;
  const opened = await openDatabase(
    databaseUrl === undefined
      ? { kind: 'embedded', directory: dataDirectory }
      : { kind: 'postgresql', url: databaseUrl },
  );
  if (!opened.ok) {
    tell.err(serveRefusedInWords(opened.error));
    if (whileServed !== undefined) tell.err(`${whileServed}\n`);
    return 2;
  }
  const database = opened.value;
  try {
    const reached = await reachDatabase(database);
    if (!reached.ok) {
      tell.err(serveRefusedInWords(reached.error));
      return 2;
    }
    await migrate(database.db);
    const environment = keyEnvironment(process.env);
    const opening = { configuration: configuration.value, dataDirectory, database };
    const safe = await openSafe(opening, { environment, clock: () => new Date() });
    if (!safe.ok) {
      tell.err(serveRefusedInWords(safe.error));
      return 2;
    }
    return await work({ database, safe: safe.value, dataDirectory });
  } finally {
    await database.close();
  }
}
