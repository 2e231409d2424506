import { readerNamed } from './reader-kinds.ts';
import type { ZoneReading } from './zone-reader.ts';

/** One reader alone in its process, so that its time and its memory are its own; started with its name and the peers' folder. */
export type ReaderTask = { readonly path: string };
export type ReaderReply =
  | { readonly ok: true; readonly reading: ZoneReading; readonly wholeMs: number }
  | { readonly ok: false; readonly failed: string };

if (process.send !== undefined) {
  const [name = '', peers = ''] = process.argv.slice(2);
  const reader = await readerNamed(name).open(peers === '' ? null : peers);
  const send = (reply: ReaderReply): void => void process.send?.(reply);
  process.on('disconnect', () => void reader.close().then(() => process.exit(0)));
  process.on('message', ({ path }: ReaderTask) => {
    const begun = performance.now();
    reader.read(path).then(
      (reading) => send({ ok: true, reading, wholeMs: performance.now() - begun }),
      (error: unknown) => send({ ok: false, failed: error instanceof Error ? error.message : String(error) }),
    );
  });
  process.send('ready');
}
