import fc from 'fast-check';
import { expect, test } from 'vitest';
import { openTurns } from './turns.ts';

const held = () => Promise.withResolvers<void>();

test('so many are at work at a time, and a failure ends its turn', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.integer({ min: 1, max: 4 }),
      fc.array(fc.boolean(), { maxLength: 30 }),
      async (atOnce, fails) => {
        const turns = openTurns({ atOnce, waiting: 100 });
        let working = 0;
        let most = 0;
        const done = await Promise.allSettled(
          fails.map((isFailing) =>
            turns.takeAgain(async () => {
              working += 1;
              most = Math.max(most, working);
              await Promise.resolve();
              working -= 1;
              if (isFailing) throw new Error('failed');
            }),
          ),
        );
        expect(most).toBeLessThanOrEqual(atOnce);
        expect(done.map(({ status }) => status === 'rejected')).toEqual(fails);
      },
    ),
  );
});

test('where too many wait the next is refused at once, and told when to come again', async () => {
  const turns = openTurns({ atOnce: 1, waiting: 2 });
  const first = held();
  const working = turns.take(() => first.promise);
  const waiting = [turns.take(async () => 1), turns.take(async () => 2)];
  expect(await turns.take(async () => 3)).toMatchObject({
    ok: false,
    error: { status: 503, code: 'server.busy', retryAfter: 5 },
  });
  first.resolve();
  await working;
  expect(await Promise.all(waiting)).toEqual([
    { ok: true, value: 1 },
    { ok: true, value: 2 },
  ]);
});

test('whoever had a turn goes before those that had none, and is never refused', async () => {
  const turns = openTurns({ atOnce: 1, waiting: 1 });
  const first = held();
  const order: string[] = [];
  const all = [
    turns.take(() => first.promise),
    turns.take(async () => order.push('new')),
    turns.takeAgain(async () => order.push('begun')),
    turns.takeAgain(async () => order.push('begun, too')),
  ];
  first.resolve();
  await Promise.all(all);
  expect(order).toEqual(['begun', 'begun, too', 'new']);
});
