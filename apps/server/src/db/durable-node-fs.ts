/**
 * PGlite's files, with an fsync that is one. As shipped, PGlite 0.5.14 starts PostgreSQL with `-F` (no fsync), and Emscripten's
 * NODEFS answers fsync without doing it: ten power cuts of ten lost acknowledged rows. Can go when PGlite does both itself.
 */
import { closeSync, fsyncSync, openSync } from 'node:fs';
import { PGlite } from '@electric-sql/pglite';
import { NodeFS } from '@electric-sql/pglite/nodefs';

/** Opens (and first makes) the database in `directory`; what it acknowledges outlives a power cut. */
export async function openDurably(directory: string): Promise<PGlite> {
  const startParams = [...PGlite.defaultStartParams.filter((param) => param !== '-F'), '-c', 'wal_sync_method=fsync'];
  const database = new PGlite({ fs: new DurableNodeFs(directory), startParams });
  await database.waitReady;
  return database;
}

type Init = NodeFS['init'];

class DurableNodeFs extends NodeFS {
  override async init(...args: Parameters<Init>): ReturnType<Init> {
    const { emscriptenOpts } = await super.init(...args);
    const before = [emscriptenOpts.preRun ?? []].flat();
    // Before start-up: installed later, it left a directory that would not open again.
    return { emscriptenOpts: { ...emscriptenOpts, preRun: [...before, makeDurable] } };
  }
}

/** The parts of Emscripten's NODEFS that matter here; its own types leave them out. */
type NodeFsOperations = {
  readonly realPath: (node: Node) => string;
  readonly stream_ops: Record<string, unknown>;
  readonly node_ops: Record<string, ((...args: Node[]) => unknown) | undefined>;
};
type Node = { readonly parent: Node };

/** Changes of a directory's entries: with them, the directory itself has to reach the disk. */
const ENTRY_CHANGES = ['rename', 'unlink', 'mknod', 'symlink', 'rmdir'] as const;

function makeDurable(module: { readonly FS: { readonly filesystems: Record<string, unknown> } }): void {
  const operations = nodeFsOf(module.FS.filesystems);
  operations.stream_ops.fsync = (stream: { readonly nfd: number }) => {
    fsyncSync(stream.nfd);
    return 0;
  };
  for (const name of ENTRY_CHANGES) {
    const original = operations.node_ops[name];
    if (original === undefined) throw new Error(`PGlite's NODEFS has no ${name}: it cannot be made durable`);
    operations.node_ops[name] = (...args) => {
      const result = original(...args);
      for (const directory of changedDirectories(name, args)) fsyncDirectory(operations.realPath(directory));
      return result;
    };
  }
}

function nodeFsOf(filesystems: Record<string, unknown>): NodeFsOperations {
  const nodeFs = filesystems.NODEFS;
  if (!isNodeFs(nodeFs)) throw new Error("PGlite's NODEFS is not as version 0.5.14 has it: it cannot be made durable");
  return nodeFs;
}

function isNodeFs(value: unknown): value is NodeFsOperations {
  return (
    typeof value === 'object' && value !== null && 'stream_ops' in value && 'node_ops' in value && 'realPath' in value
  );
}

/** `rename(node, newDirectory, name)`; all others get the directory first. */
function changedDirectories(name: (typeof ENTRY_CHANGES)[number], [first, second]: readonly Node[]): readonly Node[] {
  if (first === undefined) return [];
  if (name !== 'rename' || second === undefined) return [first];
  return first.parent === second ? [second] : [second, first.parent];
}

function fsyncDirectory(path: string): void {
  const descriptor = openSync(path, 'r');
  try {
    fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
}
