/** `vidimus db export`. */
import { readConfiguration } from '../configuration.ts';
import { dataDirectoryCandidates, findInstallation } from '../data-directory.ts';
import { type ExportRefused, exportDatabase } from '../db/export-database.ts';
import type { Tell } from '../tell.ts';
import { configurationInWords, said, serveRefusedInWords } from './refusals.ts';

/** Moves the embedded database of VIDIMUS_DATA to the empty one of DATABASE_URL. 0 done, 2 could not run; a failed copy throws. */
export async function exportToPostgresql(tell: Tell): Promise<0 | 2> {
  const configuration = readConfiguration(process.env);
  if (!configuration.ok) {
    tell.err(configurationInWords(configuration.error));
    return 2;
  }
  const { dataDirectory, databaseUrl } = configuration.value;
  if (databaseUrl === undefined) {
    tell.err(said('DATABASE_URL names the PostgreSQL database to move to, an empty one.'));
    return 2;
  }
  const directory = findInstallation(dataDirectoryCandidates(dataDirectory, process.env, process.cwd()), 'embedded');
  if (!directory.ok) {
    tell.err(serveRefusedInWords(directory.error));
    return 2;
  }
  const from = directory.value;
  const exported = await exportDatabase({
    from,
    to: databaseUrl,
    onProgress: ({ table, copied, of }) => tell.err(`${table}: ${copied} of ${of} rows\n`),
  });
  if (!exported.ok) {
    tell.err(refusedInWords(exported.error));
    return 2;
  }
  const { rows, jobs } = exported.value;
  const total = Object.values(rows).reduce((sum, count) => sum + count, 0);
  tell.out(`${total} rows and ${jobs} jobs moved, each table compared with its copy.\n`);
  tell.out(`Serve with DATABASE_URL from now on, and with VIDIMUS_DATA=${from}, where keys and photographs stay.\n`);
  tell.out(`The old database is left as it was: never serve both. Once all is well, remove ${from}/postgresql.\n`);
  return 0;
}

function refusedInWords(refused: ExportRefused): string {
  switch (refused.code) {
    case 'export.no-embedded-database':
      return said(`There is no embedded database in ${refused.directory}. Name its folder in VIDIMUS_DATA.`);
    case 'export.target-unreachable':
      return said(`The database of DATABASE_URL does not answer (${refused.observed}).`);
    case 'export.target-not-empty':
      return said(`The database of DATABASE_URL is not empty: see ${refused.tables.join(', ')}. Name an empty one.`);
    case 'database.directory-taken':
      return serveRefusedInWords(refused);
  }
}
