/**
 * The server as it is installed, with the demonstration company, in a process of its own: it logs to standard output, and tells its
 * parent what it was told and, when asked, which processes read.
 */

import './ends-with-its-parent.fixture.ts';
import { keyEnvironment } from './commands/key-environment.ts';
import { readConfiguration } from './configuration.ts';
import { openDemonstration } from './demonstration/demonstration.ts';
import { furnish } from './furnish.ts';
import { openLog } from './log.ts';
import { openSafe, type Safe, type SafeRefused } from './open-safe.ts';
import { loadPages } from './pages/load-pages.ts';
import { runUntilSignal, SERVE_EXIT } from './run-until-signal.ts';
import { serve } from './serve.ts';

const keys = keyEnvironment(process.env);
const read = readConfiguration(process.env);
if (!read.ok) throw new Error(JSON.stringify(read.error));
const clock = () => new Date();
const log = openLog();
const tell = (what: object) => void process.send?.(JSON.parse(JSON.stringify(what)));

const status = await runUntilSignal(
  process,
  () =>
    serve<Safe, SafeRefused>(read.value, {
      openSafe: (opened) => openSafe(opened, { environment: keys, clock }),
      furnish: async (opened) => {
        tell({ code: 'demonstration', ...(await openDemonstration(opened, clock)) });
        process.on('message', () => tell({ code: 'readers', pids: opened.reader.pids }));
        return furnish(opened, { clock, log, version: '0.0.0', builtPages: await loadPages() });
      },
      clock,
      workingDirectory: process.cwd(),
      environment: {},
      onNotice: ({ code, ...facts }) => {
        // Of what went wrong the code alone is logged, as the server does.
        if ('error' in facts) log.error(code, {});
        tell({ code, ...facts, ...('error' in facts ? { error: String(facts.error) } : {}) });
      },
    }),
  tell,
  (words) => tell({ code: 'signal', words }),
);
if (status === SERVE_EXIT.cutShort) process.exit(status);
process.exitCode = status;
process.disconnect?.();
