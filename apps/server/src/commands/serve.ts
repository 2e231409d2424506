/** `vidimus serve`: everything on one port, until it is told to stop. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Writable } from 'node:stream';
import { readConfiguration } from '../configuration.ts';
import { type Demonstration, openDemonstration } from '../demonstration/demonstration.ts';
import { furnish } from '../furnish.ts';
import { type Log, openLog } from '../log.ts';
import { openSafe, type Safe, type SafeRefused } from '../open-safe.ts';
import { loadPages } from '../pages/load-pages.ts';
import { runUntilSignal, SERVE_EXIT, type ServeExit } from '../run-until-signal.ts';
import { type ServeNotice, type ServeRefused, serve } from '../serve.ts';
import type { Tell } from '../tell.ts';
import { invitation } from './invitation.ts';
import { keyEnvironment } from './key-environment.ts';
import { configurationInWords, serveRefusedInWords } from './refusals.ts';

export type ServeOptions = {
  readonly role?: string;
  readonly port?: string;
  /** Makes the demonstration company, and tells how to try everything. */
  readonly demonstration: boolean;
};

/** 0 stopped in order, 1 cut short, 2 could not run. */
export async function serveCommand(options: ServeOptions, tell: Tell): Promise<ServeExit> {
  const environment = {
    ...process.env,
    ...(options.role === undefined ? {} : { VIDIMUS_ROLE: options.role }),
    ...(options.port === undefined ? {} : { PORT: options.port }),
  };
  const configuration = readConfiguration(environment);
  if (!configuration.ok) {
    tell.err(configurationInWords(configuration.error));
    return SERVE_EXIT.couldNotRun;
  }
  const keys = keyEnvironment(process.env);
  const clock = () => new Date();
  const version = await ownVersion();
  const builtPages = await loadPages();
  // Somebody who tries it wants to read, and not to be read to.
  const log = options.demonstration ? quietLog(tell) : openLog();
  const made: { demonstration?: Demonstration } = {};
  const start = () =>
    serve<Safe, SafeRefused>(configuration.value, {
      openSafe: (opened) => openSafe(opened, { environment: keys, clock }),
      furnish: async (opened) => {
        if (options.demonstration) made.demonstration = await openDemonstration(opened, clock);
        return furnish(opened, { clock, log, version, builtPages, isDemonstration: options.demonstration });
      },
      clock,
      workingDirectory: process.cwd(),
      environment: process.env,
      onNotice: (notice) => {
        note(log, notice);
        if (notice.code === 'serve.ready' && made.demonstration !== undefined) {
          tell.out(invitation(made.demonstration, notice.url ?? '', notice.dataDirectory, notice.tookMs));
        }
      },
    });
  if (options.demonstration) tell.err('Starting Vidimus (the first time takes some seconds) …\n');
  return runUntilSignal(
    process,
    start,
    (refused: ServeRefused | SafeRefused) => tell.err(serveRefusedInWords(refused)),
    (words) => tell.err(`${words}\n`),
  );
}

function note(log: Log, notice: ServeNotice): void {
  switch (notice.code) {
    case 'serve.migrated':
    case 'serve.ready':
      log.info(notice.code, {});
      return;
    default:
      log.error(notice.code, 'name' in notice ? { job: notice.name } : {});
  }
}

/** Only what somebody should look at. */
function quietLog(tell: Tell): Log {
  const errors = openLog(
    new Writable({
      write: (chunk: Buffer, _encoding, done) => {
        tell.err(chunk.toString());
        done();
      },
    }),
  );
  return { info: () => {}, error: errors.error };
}

async function ownVersion(): Promise<string> {
  const text = await readFile(join(import.meta.dirname, '..', '..', 'package.json'), 'utf8');
  return /"version":\s*"([^"]+)"/.exec(text)?.[1] ?? '0.0.0';
}
