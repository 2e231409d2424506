import type { NonEmpty } from '@vidimus/vocabulary';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  newStep,
  STEP_NAMES,
  type Step,
  stepsLeft,
  withAskedAgain,
  withAttempt,
  withFinished,
  withoutUntried,
  withPlanned,
} from './step.ts';

const names = fc.subarray([...STEP_NAMES]);
const steps: fc.Arbitrary<NonEmpty<Step>> = fc
  .subarray([...STEP_NAMES], { minLength: 1 })
  .chain((chosen) =>
    fc.tuple(
      ...chosen.map((name) =>
        fc.record({
          name: fc.constant(name),
          state: fc.constantFrom('asked', 'submitted', 'finished'),
          attempts: fc.uniqueArray(fc.constantFrom('att_1', 'att_2', 'att_3')),
          used: fc.nat(5),
        }),
      ),
    ),
  )
  .map(([first, ...rest]) => [first ?? newStep('consent'), ...rest]);
const order = (all: readonly Step[]) => all.map(({ name }) => STEP_NAMES.indexOf(name));

describe('of any steps', () => {
  test('planning adds each that is missing once, in its place, and changes no other', () => {
    fc.assert(
      fc.property(steps, names, (all, wanted) => {
        const planned = withPlanned(all, wanted);
        expect(order(planned)).toEqual(order(planned).toSorted());
        expect(new Set(order(planned)).size).toBe(planned.length);
        for (const name of wanted) expect(planned.map((step) => step.name)).toContain(name);
        expect(planned).toEqual(expect.arrayContaining([...all]));
        expect(withPlanned(planned, wanted)).toEqual(planned);
      }),
    );
  });

  test('what was tried is never dropped', () => {
    fc.assert(
      fc.property(steps, names, (all, dropped) => {
        const kept = withoutUntried(all, dropped);
        expect(kept.length).toBeGreaterThan(0);
        expect(kept).toEqual(expect.arrayContaining(all.filter(({ attempts }) => attempts.length > 0)));
      }),
    );
  });

  test('an attempt is added once, and only where it belongs', () => {
    fc.assert(
      fc.property(steps, fc.constantFrom(...STEP_NAMES), (all, name) => {
        const tried = withAttempt(all, name, 'att_9');
        expect(withAttempt(tried, name, 'att_9')).toEqual(tried);
        for (const [i, step] of tried.entries()) {
          const before = all[i]?.attempts ?? [];
          expect(step.attempts).toEqual(step.name === name ? [...before, 'att_9'] : before);
        }
      }),
    );
  });

  test('asking again uses a try of the named steps alone, only where it costs one, and never of a contact', () => {
    fc.assert(
      fc.property(steps, names, fc.boolean(), (all, asked, costs) => {
        const again = withAskedAgain(all, asked, costs);
        expect(again.some(({ state }) => state === 'submitted')).toBe(false);
        expect(stepsLeft(again)).toEqual(expect.arrayContaining(asked));
        for (const step of all) {
          const after = again.find(({ name }) => name === step.name);
          const mayCost = costs && !step.name.startsWith('contact_');
          expect(after?.used).toBe(step.used + (mayCost && asked.includes(step.name) ? 1 : 0));
        }
      }),
    );
  });

  test('settling leaves nothing that is looked at', () => {
    fc.assert(fc.property(steps, (all) => withFinished(all).every(({ state }) => state !== 'submitted')));
  });
});
