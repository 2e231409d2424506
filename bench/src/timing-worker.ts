import { openBenchEngine } from './engine-adapter.ts';

/** What the parent sends, and what comes back for each: an engine alone in its process, so that its memory is its own. */
export type TimingTask = { readonly photo: Uint8Array; readonly asOf: string };
export type TimingReply = { readonly wholeMs: number; readonly timingsMs: Readonly<Record<string, number>> };

if (process.send !== undefined) {
  const engine = await openBenchEngine();
  process.on('disconnect', () => void engine.close().then(() => process.exit(0)));
  process.on('message', async ({ photo, asOf }: TimingTask) => {
    const { wholeMs, timingsMs } = await engine.check([photo], asOf);
    process.send?.({ wholeMs, timingsMs } satisfies TimingReply);
  });
  process.send('ready');
}
