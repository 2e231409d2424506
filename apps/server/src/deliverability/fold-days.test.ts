import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type CodeDesk, openCodeDesk } from '../codes/code-desk.fixture.ts';
import { scripted } from '../courier/courier-world.fixture.ts';
import { TEST_DATABASES } from '../db/test-database.fixture.ts';
import { foldDays, foldedBefore } from './fold-days.ts';

const HOUR_MS = 60 * 60 * 1000;
const OLD_DAY = '2026-01-20';
const DAY_AFTER = '2026-01-21';

describe.each(TEST_DATABASES)('on the %s database', (kind) => {
  let desk: CodeDesk;
  beforeAll(async () => {
    desk = await openCodeDesk(kind, [scripted('sms')]);
    await desk.asTenant((trx) =>
      trx
        .insertInto('delivery_count')
        .values([...cellsOf(OLD_DAY), ...cellsOf(DAY_AFTER)])
        .execute(),
    );
  });
  afterAll(() => desk.close());
  const rows = () => desk.asTenant((trx) => trx.selectFrom('delivery_count').select(['hour', 'count']).execute());
  const fold = () => desk.asTenant((trx) => foldDays(trx, 'org_a', desk.parts.clock()));
  /** Without the steps of the chart. */
  const figures = async (span: string, until: string) => {
    const { times, counted_until: _, ...told } = await desk.deliverability({ span, until });
    return { told, times };
  };

  test('the figures of old days are the same afterwards, from a twenty-fourth of the cells', async () => {
    const before = { week: await figures('7d', DAY_AFTER), day: await figures('24h', OLD_DAY) };
    expect(await rows()).toHaveLength(2 * 24 * KINDS.length);
    await fold();
    const kept = await rows();
    expect(kept).toHaveLength(2 * KINDS.length);
    expect(new Set(kept.map(({ hour }) => hour.toISOString()))).toEqual(
      new Set([`${OLD_DAY}T00:00:00.000Z`, `${DAY_AFTER}T00:00:00.000Z`]),
    );
    expect(await figures('7d', DAY_AFTER)).toEqual(before.week);
    const day = await figures('24h', OLD_DAY);
    expect(day.told).toEqual(before.day.told);
    expect(day.times).toMatchObject([{ from: `${OLD_DAY}T00:00:00.000Z`, sent: 24 * 3 + 24 }]);
    await fold();
    expect(await rows()).toEqual(kept);
  });

  test('hours of the last month stay hours, and other organizations’ are left alone', async () => {
    const recent = new Date(foldedBefore(desk.parts.clock()).getTime()).toISOString().slice(0, 10);
    await desk.asTenant((trx) => trx.insertInto('delivery_count').values(cellsOf(recent)).execute());
    const other = cellsOf(OLD_DAY).map((cell) => ({ ...cell, organization_id: 'org_b' }));
    await desk.asTenant((trx) => trx.insertInto('delivery_count').values(other).execute(), 'org_b');
    const before = await rows();
    await fold();
    expect(await rows()).toHaveLength(before.length);
    const others = await desk.asTenant((trx) => trx.selectFrom('delivery_count').select('hour').execute(), 'org_b');
    expect(others).toHaveLength(other.length);
    expect((await figures('24h', recent)).times).toHaveLength(24);
  });

  test('a message of a folded day that changes late is not counted anew', async () => {
    await desk.asTenant((trx) => trx.deleteFrom('delivery_count').execute());
    const { id } = await desk.send();
    await desk.runDue();
    await desk.watch();
    const counted = await rows();
    desk.advance(40 * 24 * HOUR_MS);
    await fold();
    await desk.asTenant((trx) =>
      trx.updateTable('message').set({ updated_at: desk.parts.clock() }).where('object_id', '=', id).execute(),
    );
    await desk.watch();
    const total = (cells: typeof counted) => cells.reduce((sum, { count }) => sum + count, 0);
    expect(total(await rows())).toBe(total(counted));
  });
});

const KINDS = [
  {
    counted: 'message',
    route: null,
    outcome: 'delivered',
    within_seconds: 10,
    count: 3,
    codes: 3,
    entered: 2,
    cost: 0,
  },
  {
    counted: 'message',
    route: null,
    outcome: 'undelivered',
    reason: 'landline',
    count: 1,
    codes: 1,
    entered: 0,
    cost: 0,
  },
  {
    counted: 'handover',
    route: 'sms',
    outcome: 'delivered',
    within_seconds: 8,
    count: 3,
    codes: 3,
    entered: 2,
    cost: 0.5,
  },
] as const;

/** Three cells an hour. */
function cellsOf(day: string) {
  const start = Date.parse(`${day}T00:00:00Z`);
  return Array.from({ length: 24 }, (_, n) => n).flatMap((n) =>
    KINDS.map((cell) => ({
      organization_id: 'org_a',
      mode: 'live' as const,
      hour: new Date(start + n * HOUR_MS),
      channel: 'sms' as const,
      country: 'CRI',
      prefix: '506888',
      ...cell,
    })),
  );
}
