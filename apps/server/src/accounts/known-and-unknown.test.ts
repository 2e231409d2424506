/** Whether a contact has an account shows neither in the answer nor in its time. */
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { USUAL_SEND_LIMITS } from '../codes/send-limits.ts';
import { TEST_DATABASES } from '../db/test-database.fixture.ts';
import { type AccountDesk, openAccountDesk } from './account-desk.fixture.ts';

vi.setConfig({ testTimeout: 240_000, hookTimeout: 120_000 });

const PAIRS = 250;
const MOST_MS = 5;
/** The same work, whoever is asked for: nothing stops it before the end. */
const LIMITS = { ...USUAL_SEND_LIMITS, contact: [{ most: 100_000, windowMs: 3_600_000 }] };

describe.each(TEST_DATABASES)('a contact with an account and one without, on the %s database', (kind) => {
  let desk: AccountDesk;
  beforeAll(async () => {
    desk = await openAccountDesk(kind, LIMITS);
    await desk.keep('known@example.com');
  });
  afterAll(() => desk?.close());

  const timed = async (to: string): Promise<number> => {
    const begun = performance.now();
    await desk.ticketOf('askAccountCode', { body: { channel: 'email', to } });
    return performance.now() - begun;
  };

  test(`take the same time: the medians of ${PAIRS} each differ by less than ${MOST_MS} ms`, async () => {
    const known: number[] = [];
    const unknown: number[] = [];
    for (let pair = 0; pair < PAIRS; pair += 1) {
      // In turn, and each first as often: what else the machine does falls on both.
      const isKnownFirst = pair % 2 === 0;
      if (isKnownFirst) known.push(await timed('known@example.com'));
      unknown.push(await timed('nobody@example.com'));
      if (!isKnownFirst) known.push(await timed('known@example.com'));
    }
    const [a, b] = [median(known), median(unknown)];
    console.log(`medians of ${PAIRS}: known ${a.toFixed(2)} ms, unknown ${b.toFixed(2)} ms`);
    expect(Math.abs(a - b)).toBeLessThan(MOST_MS);
  });
});

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
}
