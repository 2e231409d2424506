/** The thread that owns the embedded database's one session: a heavy query stalls this thread and not the server's. */
import { rmSync } from 'node:fs';
import { parentPort, workerData } from 'node:worker_threads';
import { PGLiteSocketServer } from '@electric-sql/pglite-socket';
import { z } from 'zod';
import { openDurably } from './durable-node-fs.ts';
import { endOnPanic } from './end-on-panic.ts';

export type EmbeddedWorkerData = z.infer<typeof workerDataSchema>;
const workerDataSchema = z.strictObject({ directory: z.string(), socketPath: z.string() });

if (parentPort === null) throw new Error('embedded-worker.ts runs as a worker thread');
const port = parentPort;
const { directory, socketPath } = workerDataSchema.parse(workerData);
const database = await openDurably(directory);
endOnPanic(database, () => process.exit(1)); // ends this thread alone
// Of a thread that ended by itself.
rmSync(socketPath, { force: true });
// Two: a connection that is given up is still being closed when the next one comes.
const server = new PGLiteSocketServer({ db: database, path: socketPath, maxConnections: 2 });
await server.start();
port.postMessage('open');
port.once('message', async () => {
  await server.stop();
  await database.close();
  port.close();
});
