import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Answer, afterTry, callOff, type Delivery, newDelivery } from './webhook.ts';

const HOUR_MS = 3_600_000;
const START = new Date('2026-03-01T09:00:00Z');
const status = (value: number): Answer => ({ kind: 'status', status: value });
const NO_ANSWER: Answer = { kind: 'none', code: 'webhook-send.timeout' };

function tried(delivery: Delivery, answer: Answer, at: Date, jitter = 0.5): Delivery {
  const next = afterTry(delivery, answer, at, jitter);
  if (!next.ok) throw new Error(next.error.code);
  return next.value.delivery;
}
/** Hours from the first try to every try, when each is on time and fails. */
function failingTries(jitters: readonly number[], answer: Answer = status(500)): readonly number[] {
  const hours: number[] = [];
  let delivery = newDelivery(START);
  while (delivery.state === 'pending' && hours.length < 100) {
    hours.push((delivery.nextTryAt.getTime() - START.getTime()) / HOUR_MS);
    delivery = tried(delivery, answer, delivery.nextTryAt, jitters[hours.length % jitters.length]);
  }
  return hours;
}

test.each([
  [200, 'delivered'],
  [202, 'delivered'],
  [204, 'delivered'],
  [299, 'delivered'],
  [100, 'pending'],
  [300, 'pending'],
  [301, 'pending'],
  [304, 'pending'],
  [404, 'pending'],
  [410, 'failed'],
  [429, 'pending'],
  [500, 'pending'],
] as const)('after %i it is %s: only 2xx counts', (value, state) => {
  expect(tried(newDelivery(START), status(value), START).state).toBe(state);
});

test('410 says that the endpoint is gone; nothing else does', () => {
  const gone = [200, 404, 410, 500].map((value) => {
    const next = afterTry(newDelivery(START), status(value), START, 0.5);
    return next.ok && next.value.endpointGone;
  });
  expect(gone).toEqual([false, false, true, false]);
});

test('the tries, in hours, when nothing is moved', () => {
  expect(failingTries([0.5]).map((hours) => Math.round(hours * 1000) / 1000)).toEqual([
    0, 0.001, 0.085, 0.585, 2.585, 7.585, 17.585, 31.585, 51.585, 72,
  ]);
});

test('after a standstill of ours longer than 72 hours it is still tried again', () => {
  const late = new Date(START.getTime() + 100 * HOUR_MS);
  expect(tried(newDelivery(START), NO_ANSWER, late).state).toBe('pending');
});

test('a delivery to an endpoint that was disabled is called off', () => {
  expect(callOff(newDelivery(START), START)).toMatchObject({
    ok: true,
    value: { delivery: { state: 'failed', tries: 0 } },
  });
});

const jitter = fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true });
const answer = fc.oneof(fc.integer({ min: 100, max: 599 }).map(status), fc.constant(NO_ANSWER));
const walk = fc.array(fc.record({ answer, jitter, lateMs: fc.integer({ min: 0, max: 200 * HOUR_MS }) }), {
  maxLength: 40,
});

describe('whatever the answers, the jitter and our own delays', () => {
  test('who fails for 72 hours is tried last on the 72nd, nine times at least, and fewer than thirteen', () => {
    fc.assert(
      fc.property(fc.array(jitter, { minLength: 1, maxLength: 12 }), (jitters) => {
        const hours = failingTries(jitters);
        expect(hours.at(-1)).toBe(72);
        expect(hours.length).toBeGreaterThanOrEqual(9);
        expect(hours.length).toBeLessThan(13);
        expect(hours).toEqual(hours.toSorted((one, other) => one - other));
      }),
    );
  });

  test('a delivery ends once, by 2xx as delivered, and every wait ends later than now and within the 72 hours', () => {
    fc.assert(
      fc.property(walk, (steps) => {
        let delivery = newDelivery(START);
        for (const [i, step] of steps.entries()) {
          const at = new Date(step.lateMs + (delivery.state === 'pending' ? delivery.nextTryAt.getTime() : 0));
          const next = afterTry(delivery, step.answer, at, step.jitter);
          expect(next.ok).toBe(delivery.state === 'pending');
          if (!next.ok) break;
          delivery = next.value.delivery;
          expect(delivery.tries).toBe(i + 1);
          const received = step.answer.kind === 'status' && Math.floor(step.answer.status / 100) === 2;
          expect(delivery.state === 'delivered').toBe(received);
          if (delivery.state !== 'pending') continue;
          expect(delivery.nextTryAt.getTime()).toBeGreaterThan(at.getTime());
          const first = delivery.firstTryAt?.getTime() ?? Number.NaN;
          expect(delivery.nextTryAt.getTime() - first).toBeLessThanOrEqual(72 * HOUR_MS);
        }
      }),
    );
  });

  test('it always ends: no run of failures is endless', () => {
    fc.assert(
      fc.property(
        fc.array(jitter, { minLength: 1, maxLength: 5 }),
        (jitters) => failingTries(jitters, NO_ANSWER).length < 100,
      ),
    );
  });
});
