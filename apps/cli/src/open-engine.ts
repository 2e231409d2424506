import { readFile } from 'node:fs/promises';
import type { EngineIdentity, PhotoFile } from '@vidimus/engine';
import type { NodePortOptions, NodePorts } from '@vidimus/engine/node-ports';
import type { Terminal } from './terminal.ts';

/** The engine, ready to work. */
export type OpenEngine = {
  readonly engine: typeof import('@vidimus/engine');
  readonly ports: NodePorts;
  readonly identity: EngineIdentity;
};

/**
 * Longer than any stage of any photo takes, even where other programs keep the machine busy: the engine's own limit makes
 * a server answer in time, but a person at a terminal wants the same verdict for the same photo.
 */
export const READING_BUDGET_MS = 20_000;

/**
 * Loads the engine (only now, so that no other command waits for it), does the work, and ends its decoder processes.
 * Not `await using`: the visitor of @swc/core 1.16, with which dependency-cruiser 18 reads imports, stops at it.
 */
export async function withEngine<T>(
  terminal: Terminal,
  work: (open: OpenEngine) => Promise<T>,
  options: OpenOptions = {},
): Promise<T> {
  const done = terminal.busy('Loading the models');
  const open = await openEngine(options).finally(done);
  try {
    return await work(open);
  } finally {
    await open.ports.close();
  }
}

/** `files` are those that will be read: the first of them is decoded while the rest of the engine loads. */
type OpenOptions = Pick<NodePortOptions, 'ahead'> & { readonly files?: readonly PhotoFile[] };

async function openEngine({ files = [], ...options }: OpenOptions): Promise<OpenEngine> {
  // First the decoder and the models' thread, which start by themselves while our own thread loads the rest for 0.2 s.
  const { createNodePorts } = await import('@vidimus/engine/node-ports');
  const ports = decodingAhead(files[0], await createNodePorts(options));
  const engine = await import('@vidimus/engine');
  const models = Object.values(engine.MODELS).map(({ name, version }) => ({ name, version }));
  return { engine, ports, identity: { version: await ownVersion(), models } };
}

function decodingAhead(first: PhotoFile | undefined, ports: NodePorts): NodePorts {
  if (first === undefined) return ports;
  let begun: ReturnType<NodePorts['decode']> | undefined = ports.decode(first.bytes);
  begun.catch(() => undefined); // told to the one who asks for the picture
  return {
    ...ports,
    decode: (bytes, signal) => {
      const decoded = bytes === first.bytes ? begun : undefined;
      if (decoded !== undefined) begun = undefined; // a picture is given once: it is empty when it has been read
      return decoded ?? ports.decode(bytes, signal);
    },
  };
}

/** The version in package.json. */
export async function ownVersion(): Promise<string> {
  const text = await readFile(new URL('../package.json', import.meta.url), 'utf8');
  const found = /"version":\s*"([^"]+)"/.exec(text)?.[1];
  if (found === undefined) throw new Error('package.json of the command line has no version');
  return found;
}
