import { PeakMemory } from '../peak-memory.ts';
import { percentile } from '../percentile.ts';
import { residentMib } from '../server/flood-uploads.ts';
import { type Asked, askAtRate, askTogether, mobileNumbers } from './code-sender.ts';
import type { CodesWorld } from './codes-world.ts';

const WARMING = 30;
const BURST = 1000;
const AT_ONCE = 16;
const RATES = [10, 25] as const;
const RATE_SECONDS = 15;
const PATIENCE_MS = 60_000;
const LOOK_EVERY_MS = 100;

/** How many a second go out and are confirmed, and how long somebody waits for the carrier's accept. */
export async function measureSending(world: CodesWorld): Promise<string> {
  const { server, note } = world;
  let used = 0;
  const numbers = (count: number) => {
    used += count;
    return mobileNumbers(used - count, count);
  };
  await settled(world, await askTogether(server, numbers(WARMING), 2));
  const before = residentMib(server.pid);
  const memory = new PeakMemory(server.pid);
  memory.start();
  const rows: string[] = [];
  for (const rate of RATES) {
    note(`${rate} codes a second …`);
    const times = await settled(world, await askAtRate(server, numbers(rate * RATE_SECONDS), rate));
    rows.push(
      `| ${rate} a second | ${timesOf(times.map(({ answerMs }) => answerMs))} | ${timesOf(times.map(({ acceptMs }) => acceptMs))} |`,
    );
  }
  note(`${BURST} codes, ${AT_ONCE} at a time …`);
  const asked = await askTogether(server, numbers(BURST), AT_ONCE);
  const times = await settled(world, asked);
  memory.stop();
  rows.push(
    `| ${AT_ONCE} at a time | ${timesOf(times.map(({ answerMs }) => answerMs))} | ${timesOf(times.map(({ acceptMs }) => acceptMs))} |`,
  );
  const begun = Math.min(...asked.map(({ askedAt }) => askedAt));
  const seconds = (ends: readonly number[]) => (Math.max(...ends) - begun) / 1000;
  const out = BURST / seconds(times.map(({ arrivedAt }) => arrivedAt));
  const confirmed = BURST / seconds(times.map(({ confirmedAt }) => confirmedAt));
  return [
    '| codes | request to answer, p50 / p99 | request to the carrier’s accept, p50 / p99 |',
    '|---|---|---|',
    ...rows,
    '',
    `${BURST} codes, ${AT_ONCE} requests at a time: ${out.toFixed(0)} messages a second reach the carrier over SMPP, ${confirmed.toFixed(0)} a second with their receipts written down (the carrier sends them a second later). Memory of all processes: ${before} MiB before, at most ${memory.peakMib} MiB.`,
  ].join('\n');
}

type Settled = {
  readonly answerMs: number;
  readonly acceptMs: number;
  readonly arrivedAt: number;
  readonly confirmedAt: number;
};

/** Once every message has arrived and is confirmed. */
async function settled({ smsc }: CodesWorld, asked: readonly Asked[]): Promise<readonly Settled[]> {
  const wrong = asked.find(({ said }) => said !== '201');
  if (wrong !== undefined) throw new Error(`a code was refused: ${wrong.said}`);
  const deadline = performance.now() + PATIENCE_MS;
  for (;;) {
    const { arrived, confirmed } = await smsc();
    const times = asked.flatMap(({ to, askedAt, answeredAt }) => {
      const arrivedAt = arrived.get(to);
      const confirmedAt = confirmed.get(to);
      if (arrivedAt === undefined || confirmedAt === undefined) return [];
      return [{ answerMs: answeredAt - askedAt, acceptMs: arrivedAt - askedAt, arrivedAt, confirmedAt }];
    });
    if (times.length === asked.length) return times;
    if (performance.now() > deadline) throw new Error(`${asked.length - times.length} codes are not confirmed`);
    await new Promise((resolve) => setTimeout(resolve, LOOK_EVERY_MS));
  }
}

function timesOf(times: readonly number[]): string {
  return [0.5, 0.99].map((part) => `${Math.round(percentile(times, part))} ms`).join(' / ');
}
