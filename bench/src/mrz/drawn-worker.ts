import { AMPLE_BUDGET_MS } from '../engine-adapter.ts';
import { type DrawnCase, drawnPhoto } from './drawn-photo.ts';
import { OWN_READERS } from './reader-kinds.ts';
import { type ZoneFacts, zoneFacts } from './zone-facts.ts';
import type { ZoneReading } from './zone-reader.ts';

/** What the parent sends: one photograph to draw and read with every reader of ours. */
export type DrawnTask = { readonly drawn: DrawnCase; readonly folder: string };

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
  const readers = await Promise.all(
    OWN_READERS.map(async (kind) => ({
      name: kind.name,
      ...(await kind.open({ peers: null, budgetMs: AMPLE_BUDGET_MS })),
    })),
  );
  const work = async ({ drawn, folder }: DrawnTask): Promise<DrawnResult> => {
    const { path, printed, truth } = await drawnPhoto(drawn, folder);
    const readings: DrawnResult['readings'][number][] = [];
    for (const { name, read } of readers) readings.push({ reader: name, reading: await read(path) });
    return { drawn, path, printed, facts: zoneFacts(truth), readings };
  };
  process.on('disconnect', () => void Promise.all(readers.map(({ close }) => close())).then(() => process.exit(0)));
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
