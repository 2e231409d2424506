import { readFile } from 'node:fs/promises';
import type { EngineIdentity } from '@vidimus/engine';
import type { NodePorts } from '@vidimus/engine/node';
import type { Terminal } from './terminal.ts';

/** The engine, ready to work. `await using` closes its decoder processes and models. */
export type OpenEngine = AsyncDisposable & {
  readonly engine: typeof import('@vidimus/engine');
  readonly ports: NodePorts;
  readonly identity: EngineIdentity;
};

/** Loads the engine only now, so that no other command waits for it. */
export async function openEngine(terminal: Terminal): Promise<OpenEngine> {
  const done = terminal.busy('Loading the models');
  try {
    const [engine, { createNodePorts }] = await Promise.all([
      import('@vidimus/engine'),
      import('@vidimus/engine/node'),
    ]);
    const ports = await createNodePorts();
    const models = Object.values(engine.MODELS).map(({ name, version }) => ({ name, version }));
    const identity = { version: await ownVersion(), models };
    return { engine, ports, identity, [Symbol.asyncDispose]: () => ports.close() };
  } finally {
    done();
  }
}

/** The version in package.json. */
export async function ownVersion(): Promise<string> {
  const text = await readFile(new URL('../package.json', import.meta.url), 'utf8');
  const found = /"version":\s*"([^"]+)"/.exec(text)?.[1];
  if (found === undefined) throw new Error('package.json of the command line has no version');
  return found;
}
