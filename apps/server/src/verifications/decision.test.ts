import { type NonEmpty, REASON_REGISTRY, type Reason, type ReasonClass } from '@vidimus/vocabulary';
import { describe, expect, test } from 'vitest';
import { type DecidedBy, takeDecision } from './decision.ts';

const BASIS = { policy: { id: 'pol_1', version: 1 }, detectors: { a: '1', b: '2' }, inputs: ['x', 'y'] };
const RULE: DecidedBy = { kind: 'rule' };
const PERSON: DecidedBy = { kind: 'person', memberId: 'mem_1', grounds: 'The holes of an invalidated passport.' };

function ofClass(wanted: ReasonClass): NonEmpty<Reason> {
  const entry = REASON_REGISTRY.find((row) => row.class === wanted);
  if (entry === undefined) throw new Error(wanted);
  const { code, disclosure } = entry;
  return [{ code, class: wanted, disclosure, check: 'test', evidence: [{ measure: 'x', observed: 1 }] }];
}
const declined = (wanted: ReasonClass) => ({ outcome: 'declined', reasons: ofClass(wanted), notes: [] }) as const;

describe('who may decline on what', () => {
  test.each<readonly [DecidedBy, ReasonClass, boolean]>([
    [RULE, 'policy', true],
    [RULE, 'final', false],
    [RULE, 'human', false],
    [RULE, 'ours', false],
    [RULE, 'retake', false],
    [RULE, 'supply', false],
    [PERSON, 'policy', true],
    [PERSON, 'final', true],
    [PERSON, 'human', false],
    [PERSON, 'ours', false],
    [PERSON, 'retake', false],
    [{ kind: 'provider', name: 'registry' }, 'policy', false],
    [{ kind: 'provider', name: 'registry' }, 'final', false],
  ])('%o on %s: %s', (by, wanted, may) => {
    expect(takeDecision(declined(wanted), by, BASIS).ok).toBe(may);
  });
});

test('a person decides with grounds in words', () => {
  const silent = takeDecision({ outcome: 'approved', notes: [] }, { ...PERSON, grounds: ' ' }, BASIS);
  expect(silent).toEqual({ ok: false, error: { code: 'decision.person-needs-grounds' } });
});

describe('the key tells whether two decisions are one', () => {
  const keyOf = (basis: typeof BASIS, by: DecidedBy = RULE) => {
    const taken = takeDecision(declined('policy'), by, basis);
    return taken.ok ? taken.value.key : taken.error.code;
  };
  test.each([
    ['the same again', BASIS, true],
    ['inputs in another order', { ...BASIS, inputs: ['y', 'x'] }, true],
    ['detectors in another order', { ...BASIS, detectors: { b: '2', a: '1' } }, true],
    ['another input', { ...BASIS, inputs: ['x', 'z'] }, false],
    ['another version of the policy', { ...BASIS, policy: { id: 'pol_1', version: 2 } }, false],
    ['another version of a detector', { ...BASIS, detectors: { a: '1', b: '3' } }, false],
  ] as const)('%s', (_, basis, same) => {
    expect(keyOf({ ...basis, inputs: [...basis.inputs] }) === keyOf(BASIS)).toBe(same);
  });
  test('another decider', () => expect(keyOf(BASIS, PERSON)).not.toBe(keyOf(BASIS)));
});
