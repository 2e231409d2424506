import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { DELIVERY_STATES, type DeliveryState, UNDELIVERED_REASONS } from '@vidimus/protocol';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { ANSWER_MS, changeMessage, isOver, type Message, type MessageCommand, newMessage } from './message.ts';

const START = Date.parse('2026-03-01T09:00:00Z');
const at = (seconds: number) => new Date(START + seconds * 1000);
const EXPIRES = at(600);

const route = fc.constantFrom('first', 'second', 'third');
const reason = fc.constantFrom(...UNDELIVERED_REASONS);
const now = fc.integer({ min: 0, max: 900 }).map(at);
const another = fc.boolean();
const commands: fc.Arbitrary<MessageCommand> = fc.oneof(
  fc.record({ do: fc.constant('hand_over' as const), route, now }),
  fc.record({ do: fc.constant('accept' as const), confirmBy: fc.option(now) }),
  fc.record({ do: fc.constant('postpone' as const), reason, until: now, now }),
  fc.record({ do: fc.constant('refuse' as const), reason, another, now }),
  fc.record({ do: fc.constant('take_up' as const), now }),
  fc.record({ do: fc.constant('miss_receipt' as const), another, now }),
  fc.record({ do: fc.constant('confirm' as const), route }),
  fc.record({ do: fc.constant('fail' as const), route, reason, another, now }),
  fc.record({ do: fc.constant('give_up' as const), reason }),
  fc.record({ do: fc.constant('expire' as const), now }),
);

/** The message after each command that was taken, from its beginning. */
function live(list: readonly MessageCommand[]): readonly { readonly from: Message; readonly to: Message }[] {
  const steps: { readonly from: Message; readonly to: Message }[] = [];
  let message = newMessage(at(0), EXPIRES);
  for (const command of list) {
    const changed = changeMessage(message, command);
    if (!changed.ok) continue;
    steps.push({ from: message, to: changed.value.message });
    message = changed.value.message;
  }
  return steps;
}

test('what was delivered stays delivered, whatever is told afterwards', () => {
  fc.assert(
    fc.property(fc.array(commands), commands, (list, command) => {
      const last = live([...list, { do: 'confirm', route: 'first' }]).at(-1)?.to;
      if (last === undefined) return;
      expect(last.state).toBe('delivered');
      expect(changeMessage(last, command).ok).toBe(false);
    }),
  );
});

test('a process that dies again and again hands a message over twice at most for it', () => {
  fc.assert(
    fc.property(fc.array(commands, { maxLength: 60 }), (list) => {
      const steps = live(list);
      const again = steps.filter(
        ({ from, to }) => from.state === 'sent' && to.state === 'queued' && to.interrupted > from.interrupted,
      );
      expect(again.length).toBeLessThanOrEqual(1);
    }),
  );
});

test('an ended message is never handed over, undelivered has a reason, and no route is given up twice', () => {
  fc.assert(
    fc.property(fc.array(commands, { maxLength: 60 }), (list) => {
      for (const { from, to } of live(list)) {
        if (isOver(from)) expect(isOver(to)).toBe(true);
        if (to.state === 'undelivered') expect(to.reason).not.toBeNull();
        expect(new Set(to.givenUp).size).toBe(to.givenUp.length);
        expect(to.handovers).toBeGreaterThanOrEqual(from.handovers);
        if (to.state === 'sent') expect(to.dueAt).not.toBeNull();
        if (to.state === 'queued') expect(to.dueAt).not.toBeNull();
      }
    }),
  );
});

test('every change tells the history at least one thing', () => {
  fc.assert(
    fc.property(fc.array(commands, { maxLength: 30 }), commands, (list, command) => {
      const changed = changeMessage(live(list).at(-1)?.to ?? newMessage(at(0), EXPIRES), command);
      if (changed.ok) expect(changed.value.news.length).toBeGreaterThan(0);
    }),
  );
});

test('a receipt that does not come leads to the next route, and without one to “unconfirmed”', () => {
  const accepted = after([
    { do: 'hand_over', route: 'first', now: at(0) },
    { do: 'accept', confirmBy: at(60) },
  ]);
  const next = changeMessage(accepted, { do: 'miss_receipt', another: true, now: at(60) });
  expect(next).toMatchObject({
    ok: true,
    value: { message: { state: 'queued', givenUp: ['first'] }, news: [{ state: 'unconfirmed' }, { state: 'queued' }] },
  });
  const none = changeMessage(accepted, { do: 'miss_receipt', another: false, now: at(60) });
  expect(none).toMatchObject({ ok: true, value: { message: { state: 'unconfirmed' } } });
});

test('bad news of a route that was given up changes nothing but the history', () => {
  const onSecond = after([
    { do: 'hand_over', route: 'first', now: at(0) },
    { do: 'accept', confirmBy: at(60) },
    { do: 'miss_receipt', another: true, now: at(60) },
    { do: 'hand_over', route: 'second', now: at(60) },
    { do: 'accept', confirmBy: at(120) },
  ]);
  const late: MessageCommand = { do: 'fail', route: 'first', reason: 'absent_subscriber', another: true, now: at(70) };
  const changed = changeMessage(onSecond, late);
  expect(changed).toMatchObject({ ok: true, value: { message: onSecond, news: [{ route: 'first' }] } });
});

test('an answer that never came is missed after so long', () => {
  expect(after([{ do: 'hand_over', route: 'first', now: at(0) }]).dueAt).toEqual(new Date(START + ANSWER_MS));
});

test('the drawing has every way from one state to another, and no other', () => {
  const drawn = [...readFileSync(join(import.meta.dirname, 'message.mermaid'), 'utf8').matchAll(/(\w+) --> (\w+):/g)];
  const found = new Set<string>();
  for (const from of DELIVERY_STATES) {
    for (const command of everyCommand()) {
      for (const interrupted of [0, 1]) {
        const changed = changeMessage(inState(from, interrupted), command);
        if (changed.ok && changed.value.message.state !== from) found.add(`${from} ${changed.value.message.state}`);
      }
    }
  }
  expect([...found].toSorted()).toEqual([...new Set(drawn.map(([, from, to]) => `${from} ${to}`))].toSorted());
});

function after(list: readonly MessageCommand[]): Message {
  return live(list).at(-1)?.to ?? newMessage(at(0), EXPIRES);
}

function inState(state: DeliveryState, interrupted: number): Message {
  const reason = state === 'undelivered' ? 'route_failed' : null;
  return { ...newMessage(at(0), EXPIRES), state, interrupted, reason, route: 'first', handovers: 1 };
}

function everyCommand(): readonly MessageCommand[] {
  const facts = { reason: 'route_failed', now: at(1) } as const;
  return [
    { do: 'hand_over', route: 'first', now: at(1) },
    { do: 'accept', confirmBy: null },
    { do: 'postpone', ...facts, until: at(2) },
    { do: 'take_up', now: at(1) },
    { do: 'confirm', route: 'first' },
    { do: 'give_up', reason: 'no_route' },
    { do: 'expire', now: at(700) },
    ...[true, false].flatMap((another): MessageCommand[] => [
      { do: 'refuse', ...facts, another },
      { do: 'miss_receipt', another, now: at(1) },
      { do: 'fail', ...facts, another, route: 'first' },
    ]),
  ];
}
