/** A whole server that is meant to be killed: every part is real but the reader, which approves whatever it is shown. */
import { flushCompileCache } from 'node:module';
import { Writable } from 'node:stream';
import type { CheckReport } from '@vidimus/vocabulary';
import { readConfiguration } from './configuration.ts';
import { readCourierFile } from './courier/courier-file.ts';
import { openDatabase } from './db/open-database.ts';
import { furnish } from './furnish.ts';
import { listenHttp } from './http-listener.ts';
import { OpenJobs } from './jobs/open-jobs.ts';
import { Sweep } from './jobs/sweep.ts';
import { openLog } from './log.ts';
import { openSafe } from './open-safe.ts';
import { REPORT_ON_FILE } from './policies/report-on-file.fixture.ts';
import { Reader } from './reader/reader.ts';
import type { ReadOutcome } from './reader/reader-child.ts';

/** With everything by which two readings of one holder are compared. */
const REPORT: CheckReport = {
  ...REPORT_ON_FILE,
  document: {
    ...REPORT_ON_FILE.document,
    fields: [
      ...REPORT_ON_FILE.document.fields,
      {
        field: 'nationality',
        value: 'UTO',
        agreement: 'agree',
        witnesses: [{ witness: 'mrz', value: 'UTO', confidence: 0.98, media_id: 'photo_1' }],
      },
    ],
  },
};
const SWEEP_EVERY_MS = 50;

class ApprovingReader extends Reader {
  override async read(): Promise<ReadOutcome> {
    const previews = [{ mediaId: 'photo_1', jpeg: Buffer.from('preview') }];
    return { ok: true, value: { report: REPORT, previews } };
  }
}

const read = readConfiguration(process.env);
if (!read.ok) throw new Error(JSON.stringify(read.error));
const configuration = read.value;
const { dataDirectory, databaseUrl } = configuration;
if (dataDirectory === undefined) throw new Error('VIDIMUS_DATA is not set');
const clock = () => new Date();

const database = held(
  await openDatabase(
    databaseUrl === undefined
      ? { kind: 'embedded', directory: dataDirectory }
      : { kind: 'postgresql', url: databaseUrl },
  ),
);
const safe = held(await openSafe({ configuration, dataDirectory, database }, { environment: {}, clock }));
const jobs = await OpenJobs.start(
  { database, onTrouble: (one) => void process.send?.({ code: one.code, error: String(one.error) }) },
  { supervises: true },
);
const reader = new ApprovingReader({ processes: 2 });
const log = openLog(new Writable({ write: (_chunk, _encoding, done) => done() }));
const opened = { configuration, dataDirectory, database, safe, jobs, reader };
const courier = { ...held(readCourierFile(configuration.courierFile)), isDemonstration: false };
const { answer, jobHandlers, sweepHandlers } = await furnish(opened, { clock, log, version: '0.0.0', courier });
await jobs.work(jobHandlers, { readers: reader.processes });
new Sweep({
  db: database.db,
  clock,
  handlers: sweepHandlers,
  onTrouble: (one) => void process.send?.({ code: one.code, error: String(one.error) }),
  everyMs: SWEEP_EVERY_MS,
}).start();
const { url } = held(await listenHttp(answer, { host: '127.0.0.1', port: 0 }));
// A test that is cut off leaves no server behind.
process.once('disconnect', () => process.exit());
// Written at the end of a process, as a rule: this one has none that it knows of. The next is compiled already.
flushCompileCache();
process.send?.({ code: 'ready', url });

function held<T>(
  result: { readonly ok: true; readonly value: T } | { readonly ok: false; readonly error: unknown },
): T {
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  return result.value;
}
