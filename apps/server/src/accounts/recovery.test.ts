import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { changeRecovery, dueAt, isOver, type Recovery, type RecoveryCommand, USUAL_WAIT_HOURS } from './recovery.ts';

const START = Date.parse('2026-03-01T09:00:00Z');
const HOUR_MS = 3_600_000;
const WAIT_MS = USUAL_WAIT_HOURS * HOUR_MS;
const MOST_HOURS = 24 * 20;

const moment = fc.integer({ min: 0, max: MOST_HOURS }).map((hours) => new Date(START + hours * HOUR_MS));
const command: fc.Arbitrary<RecoveryCommand> = fc.oneof(
  fc.record({
    do: fc.constant('compare' as const),
    agreement: fc.constantFrom('agrees' as const, 'person' as const, 'differs' as const),
    now: moment,
    waitMs: fc.constant(WAIT_MS),
  }),
  fc.constant({ do: 'not_approved' as const }),
  fc.record({ do: fc.constant('decide' as const), agrees: fc.boolean(), now: moment, waitMs: fc.constant(WAIT_MS) }),
  fc.record({ do: fc.constant('end_wait' as const), now: moment }),
  fc.record({ do: fc.constant('finish' as const), now: moment }),
  fc.constant({ do: 'stop' as const }),
  fc.record({ do: fc.constant('expire' as const), now: moment }),
);
const ASKED: Recovery = { state: 'asked', expiresAt: new Date(START + 7 * 24 * HOUR_MS) };

/** Each state that was reached, with the command that led to it. */
function walk(commands: readonly RecoveryCommand[]): readonly (readonly [Recovery, RecoveryCommand | undefined])[] {
  let at: Recovery = ASKED;
  const path: (readonly [Recovery, RecoveryCommand | undefined])[] = [[at, undefined]];
  for (const one of commands) {
    const changed = changeRecovery(at, one);
    if (!changed.ok) continue;
    at = changed.value;
    path.push([at, one]);
  }
  return path;
}

describe('a recovery', () => {
  test('is never done without an agreement, and never before the wait that began with it', () => {
    fc.assert(
      fc.property(fc.array(command, { maxLength: 30 }), (commands) => {
        const path = walk(commands);
        for (const [at, by] of path) {
          if (at.state !== 'done') continue;
          const agreed = path.findLast(([{ state }]) => state === 'waiting')?.[1];
          expect(agreed?.do === 'compare' ? agreed.agreement : agreed?.do === 'decide' && agreed.agrees).toBeTruthy();
          const began = agreed !== undefined && 'now' in agreed ? agreed.now.getTime() : Number.POSITIVE_INFINITY;
          expect(by !== undefined && 'now' in by ? by.now.getTime() : 0).toBeGreaterThanOrEqual(began + WAIT_MS);
        }
      }),
      { numRuns: 2000 },
    );
  });

  test('that is over stays so, and one that is not can be stopped', () => {
    fc.assert(
      fc.property(fc.array(command, { maxLength: 30 }), command, (commands, next) => {
        const last = walk(commands).at(-1)?.[0] ?? ASKED;
        if (isOver(last.state)) expect(changeRecovery(last, next).ok).toBe(false);
        else expect(changeRecovery(last, { do: 'stop' })).toEqual({ ok: true, value: { state: 'stopped' } });
      }),
    );
  });

  test('of readings that differ is refused with its reason, whatever comes', () => {
    const compare = { do: 'compare', agreement: 'differs', now: new Date(START), waitMs: WAIT_MS } as const;
    expect(changeRecovery(ASKED, compare)).toEqual({ ok: true, value: { state: 'refused', refusal: 'not_agreeing' } });
  });

  test('is looked at again when its wait or its whole time is over', () => {
    expect(dueAt(ASKED)).toEqual(ASKED.state === 'asked' ? ASKED.expiresAt : null);
    expect(dueAt({ state: 'in_review' })).toBeNull();
  });

  test('goes the ways of its picture, and no other', () => {
    const drawn = readFileSync(new URL('./recovery.mermaid', import.meta.url), 'utf8')
      .split('\n')
      .flatMap((line) => {
        const found = /^\s+(\w+) --> (\w+):/.exec(line);
        return found === null ? [] : [`${found[1]} ${found[2]}`];
      });
    const gone = new Set<string>();
    fc.assert(
      fc.property(fc.array(command, { maxLength: 40 }), (commands) => {
        const states = walk(commands).map(([{ state }]) => state);
        for (const [index, state] of states.slice(1).entries()) gone.add(`${states[index]} ${state}`);
      }),
      { numRuns: 3000, seed: 7 },
    );
    expect([...gone].toSorted()).toEqual([...new Set(drawn)].toSorted());
  });
});
