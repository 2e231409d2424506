/** `vidimus serve`: everything on one port, until it is told to stop. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Writable } from 'node:stream';
import type { Result } from '@vidimus/engine/standards';
import type { Clock } from '../clock.ts';
import { type Configuration, readConfiguration } from '../configuration.ts';
import { readCourierFile } from '../courier/courier-file.ts';
import type { CourierSettings } from '../courier/furnish-courier.ts';
import { type Demonstration, openDemonstration } from '../demonstration/demonstration.ts';
import { draw } from '../demonstration/draw-fixtures.ts';
import { addTryPages } from '../demonstration/try-pages.ts';
import { type FurnishParts, furnish } from '../furnish.ts';
import { type Log, openLog } from '../log.ts';
import { openSafe, type Safe, type SafeRefused } from '../open-safe.ts';
import { loadPages } from '../pages/load-pages.ts';
import { runUntilSignal, SERVE_EXIT, type ServeExit } from '../run-until-signal.ts';
import { type Furnished, type Opened, type ServeNotice, type ServeRefused, serve } from '../serve.ts';
import { openSimulator, type Simulator } from '../simulator/simulator.ts';
import { SIMULATOR_PATH } from '../simulator/simulator-pages.ts';
import type { Tell } from '../tell.ts';
import { invitation } from './invitation.ts';
import { keyEnvironment } from './key-environment.ts';
import { configurationInWords, courierFileInWords, said, serveRefusedInWords } from './refusals.ts';
import { readTlsOption, SELF_SIGNED, selfSignedPair, selfSignedWords } from './tls-option.ts';

export type ServeOptions = {
  readonly role?: string;
  readonly port?: string;
  /** `CERT,KEY`, or `self-signed`. */
  readonly tls?: string;
  /** Makes the demonstration company, and tells how to try everything. */
  readonly demonstration: boolean;
};

/** 0 stopped in order, 1 cut short, 2 could not run. */
export async function serveCommand(options: ServeOptions, tell: Tell): Promise<ServeExit> {
  const clock = () => new Date();
  const prepared = await prepare(options, clock);
  if (!prepared.ok) {
    tell.err(prepared.error);
    return SERVE_EXIT.couldNotRun;
  }
  const { configuration, courier } = prepared.value;
  const keys = keyEnvironment(process.env);
  const version = await ownVersion();
  const builtPages = await loadPages();
  // Somebody who tries it wants to read, and not to be read to.
  const log = options.demonstration ? quietLog(tell) : openLog();
  const made: { demonstration?: Demonstration; simulator?: Simulator } = {};
  const start = () =>
    serve<Safe, SafeRefused>(configuration, {
      openSafe: (opened) => openSafe(opened, { environment: keys, clock }),
      furnish: async (opened) => {
        const isDemonstration = options.demonstration;
        const usual = { clock, log, version, builtPages, isDemonstration };
        if (!isDemonstration) return furnish(opened, { ...usual, courier });
        made.demonstration = await openDemonstration(opened, clock);
        // Whoever names carriers of their own wants these.
        if (configuration.courierFile !== undefined) return furnish(opened, { ...usual, courier });
        made.simulator = await openSimulator(clock);
        return furnishSimulated(opened, usual, made.simulator, made.demonstration);
      },
      clock,
      workingDirectory: process.cwd(),
      environment: process.env,
      onNotice: (notice) => {
        note(log, notice);
        if (notice.code !== 'serve.ready') return;
        if (made.demonstration !== undefined) {
          const place = { url: shownUrl(notice.url ?? ''), dataDirectory: notice.dataDirectory, tookMs: notice.tookMs };
          const simulatorPath = made.simulator === undefined || isPublic(configuration) ? undefined : SIMULATOR_PATH;
          tell.out(invitation(made.demonstration, { ...place, simulatorPath }));
        }
        if (options.tls === SELF_SIGNED) tell.out(selfSignedWords(Number(new URL(notice.url ?? '').port)));
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

type Prepared = { readonly configuration: Configuration; readonly courier: CourierSettings };

/** What the environment and the options say together, or in words why it cannot be understood. */
async function prepare(options: ServeOptions, clock: Clock): Promise<Result<Prepared, string>> {
  const tls = readTlsOption(options.tls);
  if (!tls.ok) {
    return {
      ok: false,
      error: said('--tls takes a certificate and its key (--tls cert.pem,key.pem), or self-signed.'),
    };
  }
  const isSelfSigned = tls.value.kind === 'self-signed';
  const configuration = readConfiguration({
    ...process.env,
    ...(options.role === undefined ? {} : { VIDIMUS_ROLE: options.role }),
    ...(options.port === undefined ? {} : { PORT: options.port }),
    ...(tls.value.kind === 'files'
      ? { VIDIMUS_TLS_CERT_FILE: tls.value.certFile, VIDIMUS_TLS_KEY_FILE: tls.value.keyFile }
      : {}),
    // It is there for phones of the local network, which reach no loopback.
    ...(isSelfSigned ? { HOST: process.env.HOST ?? '0.0.0.0' } : {}),
  });
  if (!configuration.ok) return { ok: false, error: configurationInWords(configuration.error) };
  const file = readCourierFile(configuration.value.courierFile);
  if (!file.ok) return { ok: false, error: courierFileInWords(file.error) };
  const pair = isSelfSigned ? { tls: await selfSignedPair(clock()) } : {};
  const courier = { ...file.value, isDemonstration: options.demonstration };
  return { ok: true, value: { configuration: { ...configuration.value, ...pair }, courier } };
}

/** With carriers of its own, and their pages while nobody but this machine can see them. */
async function furnishSimulated(
  opened: Opened<Safe>,
  parts: FurnishParts,
  simulator: Simulator,
  { test_key: key, policy }: Demonstration,
): Promise<Furnished> {
  const addPages: FurnishParts['addPages'] = (app) => {
    simulator.addPages(app);
    addTryPages(app, { key, policy, clock: parts.clock, draw: (request) => draw({ request }) });
  };
  const pages = isPublic(opened.configuration) ? {} : { addPages };
  const furnished = await furnish(opened, { ...parts, courier: simulator.settings, ...pages });
  simulator.receiptsGoTo(async (request) => furnished.receive(request));
  const close = async () => {
    await furnished.close?.();
    await simulator.close();
  };
  return { ...furnished, close };
}

/** To be opened on this machine: an address that stands for all of them opens nothing everywhere. */
function shownUrl(url: string): string {
  return url.replace(/[/][/](0[.]0[.]0[.]0|\[::\])(?=:)/, '//localhost');
}

function isPublic({ publicUrl }: Configuration): boolean {
  return publicUrl !== undefined;
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
