#!/usr/bin/env node
// The door of the command line. Plain JavaScript, because it may be opened by a Node that cannot run TypeScript: it then
// goes on under the Node 24 that the repository's npm package "node" carries.
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import module from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The first whose type stripping is on without a flag and out of its experimental stage. */
const NODE_AT_LEAST = 24;
const COULD_NOT_RUN = 2;

const here = dirname(fileURLToPath(import.meta.url));

if (Number(process.versions.node.split('.')[0]) >= NODE_AT_LEAST) await runHere();
else runUnderPackagedNode();

async function runHere() {
  // Compiled code, stripped of its types, is kept in the system's temporary folder: the next start is quicker.
  module.enableCompileCache?.();
  // Threads and the decoder process have a cache of their own, and look here for it.
  const cache = module.getCompileCacheDir?.();
  if (cache !== undefined) process.env.NODE_COMPILE_CACHE ??= cache;
  try {
    const { main } = await import('./src/main.ts');
    await main();
  } catch (error) {
    if (error?.code !== 'ERR_MODULE_NOT_FOUND' || process.env.VIDIMUS_DEBUG === '1') throw error;
    notInstalled();
  }
}

function runUnderPackagedNode() {
  const node = packagedNode(here);
  if (node === undefined) return notInstalled();
  const child = spawn(node, [fileURLToPath(import.meta.url), ...process.argv.slice(2)], { stdio: 'inherit' });
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
  child.on('error', notInstalled);
  child.on('exit', (status, signal) => {
    // A child that a signal ended is answered by ending the same way, so that shells see it.
    if (signal) {
      process.removeAllListeners(signal);
      process.kill(process.pid, signal);
    } else process.exitCode = status ?? COULD_NOT_RUN;
  });
}

function packagedNode(folder) {
  const candidate = join(folder, 'node_modules', 'node', 'bin', 'node');
  if (existsSync(candidate)) return candidate;
  return dirname(folder) === folder ? undefined : packagedNode(dirname(folder));
}

function notInstalled() {
  process.stderr.write(
    'Vidimus is not installed yet, or its installation is incomplete.\n' +
      'In the folder of the repository, run once: npm start\n',
  );
  process.exitCode = COULD_NOT_RUN;
}
