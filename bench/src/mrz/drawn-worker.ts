import { type DrawnCase, drawnPhoto } from './drawn-photo.ts';
import { readerNamed } from './reader-kinds.ts';
import { type ZoneFacts, zoneFacts } from './zone-facts.ts';
import type { ZoneReader, ZoneReading } from './zone-reader.ts';

/** What the parent sends: one photograph to draw, and the readers that read it. */
export type DrawnTask = { readonly drawn: DrawnCase; readonly folder: string; readonly readers: readonly string[] };

/** What came of a photograph. Plain data: it travels between processes. */
export type DrawnResult = {
  readonly drawn: DrawnCase;
  readonly path: string;
  readonly printed: readonly string[] | null;
  readonly facts: ZoneFacts | null;
  readonly readings: readonly { readonly reader: string; readonly reading: ZoneReading }[];
};
export type DrawnReply =
  | { readonly ok: true; readonly result: DrawnResult }
  | { readonly ok: false; readonly failed: string };

if (process.send !== undefined) {
  const opened = new Map<string, Promise<ZoneReader>>();
  const readerOf = (name: string): Promise<ZoneReader> => {
    const reader = opened.get(name) ?? readerNamed(name).open(null);
    opened.set(name, reader);
    return reader;
  };
  const work = async ({ drawn, folder, readers }: DrawnTask): Promise<DrawnResult> => {
    const { path, printed, truth } = await drawnPhoto(drawn, folder);
    const readings: DrawnResult['readings'][number][] = [];
    for (const name of readers) readings.push({ reader: name, reading: await (await readerOf(name)).read(path) });
    return { drawn, path, printed, facts: zoneFacts(truth), readings };
  };
  const close = async (): Promise<void> => {
    for (const reader of opened.values()) await (await reader).close();
  };
  process.on('disconnect', () => void close().then(() => process.exit(0)));
  process.on('message', (task: DrawnTask) => {
    const reply = (message: DrawnReply): void => void process.send?.(message);
    work(task).then(
      (result) => reply({ ok: true, result }),
      (error: unknown) =>
        reply({ ok: false, failed: error instanceof Error ? (error.stack ?? error.message) : String(error) }),
    );
  });
  process.send('ready');
}
