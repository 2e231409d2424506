/** What a reader with paper and patience finds in the groups: nothing that is few. */
import { FEW, type Figures } from '@vidimus/protocol';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Group, hideFew } from './hide-few.ts';

const span = (of: number) => ({ of, median_s: of === 0 ? null : 1, p90_s: of === 0 ? null : 1 });

/** A group in which everything that began was decided. */
function groupOf(name: string, [approved, declined]: readonly [number, number]): Group {
  const decided = approved + declined;
  const figures: Group['figures'] = {
    started: decided,
    decided,
    approved,
    action_required: 0,
    in_review: 0,
    declined,
    approved_at_first_try: approved,
    expired: 0,
    pass_rate: null,
    first_try_rate: null,
    time_to_decision: { from_link_opened: span(decided), from_first_hand_in: span(decided) },
    photographs_per_verification: 1,
    reasons: declined === 0 ? [] : [{ code: 'age_below_minimum', count: declined }],
    days: [{ day: '2026-03-02', ...counts(approved, declined) }],
  };
  return { group: name, figures };
}

function counts(approved: number, declined: number) {
  const decided = approved + declined;
  const none = { action_required: 0, in_review: 0, expired: 0 };
  return { started: decided, decided, approved, declined, approved_at_first_try: approved, ...none };
}

type World = readonly (readonly [number, number])[];
const CELLS = ['started', 'decided', 'approved', 'declined'] as const;
type Cell = (typeof CELLS)[number];
const cellsOf = ([approved, declined]: readonly [number, number]): Readonly<Record<Cell, number>> => {
  const decided = approved + declined;
  return { started: decided, decided, approved, declined };
};

/** In the order of the world. */
const told = (world: World) =>
  hideFew(
    world.map((each, i) => groupOf(`G${i}`, each)),
    false,
  ).toSorted((one, other) => ((one.group ?? '') < (other.group ?? '') ? -1 : 1));

/** Every world that adds up to the same whole, names the same groups, and has every number that is told. */
function worldsLike(world: World, shown: readonly { readonly figures: Figures }[]): readonly World[] {
  const sum = (i: 0 | 1) => world.reduce((all, each) => all + each[i], 0);
  const fitting = (i: number): World => {
    const [mostApproved, mostDeclined] = [sum(0), sum(1)];
    const fits: (readonly [number, number])[] = [];
    for (let approved = 0; approved <= mostApproved; approved += 1)
      for (let declined = 0; declined <= mostDeclined; declined += 1) {
        const each = cellsOf([approved, declined]);
        const figures = shown[i]?.figures;
        const isTold = CELLS.every((cell) => figures?.[cell] === 'hidden' || figures?.[cell] === each[cell]);
        if (approved + declined > 0 && isTold) fits.push([approved, declined]);
      }
    return fits;
  };
  let worlds: readonly World[] = [[]];
  for (const i of world.keys()) {
    const fits = fitting(i);
    worlds = worlds.flatMap((before) =>
      fits.flatMap((each) => {
        const next = [...before, each];
        const within = ([0, 1] as const).every(
          (column) => next.reduce((all, one) => all + one[column], 0) <= sum(column),
        );
        return within ? [next] : [];
      }),
    );
  }
  return worlds.filter((each) => ([0, 1] as const).every((i) => each.reduce((all, one) => all + one[i], 0) === sum(i)));
}

const group = fc.tuple(fc.nat(7), fc.nat(7)).filter(([approved, declined]) => approved + declined > 0);

test('no number that is few follows from those that are told', () => {
  fc.assert(
    fc.property(fc.array(group, { minLength: 1, maxLength: 4 }), (world) => {
      const shown = told(world);
      if (shown.length === 0) return;
      const worlds = worldsLike(world, shown);
      for (const [i, one] of world.entries())
        for (const cell of CELLS) {
          const figures = shown[i]?.figures;
          const isKept = figures?.[cell] === 'hidden';
          const value = cellsOf(one)[cell];
          if (!isKept) expect(value === 0 || value >= FEW, `${cell} of ${i}`).toBe(true);
          else if (value > 0 && value < FEW)
            expect(new Set(worlds.map((each) => cellsOf(each[i] ?? [0, 0])[cell])).size).toBeGreaterThan(1);
        }
    }),
    { numRuns: 300 },
  );
});

describe('of three groups', () => {
  test.each<readonly [string, World, readonly (readonly [number | 'hidden', number | 'hidden'])[]]>([
    [
      'large ones are told whole',
      [
        [9, 6],
        [8, 5],
        [7, 0],
      ],
      [
        [15, 9],
        [13, 8],
        [7, 7],
      ],
    ],
    [
      'a lone small one takes the next one with it',
      [
        [9, 6],
        [8, 5],
        [1, 0],
      ],
      [
        [15, 9],
        ['hidden', 'hidden'],
        ['hidden', 'hidden'],
      ],
    ],
    [
      'few of one outcome keep back outcomes, and leave the sizes',
      [
        [9, 6],
        [8, 2],
        [9, 9],
      ],
      [
        [15, 'hidden'],
        [10, 'hidden'],
        [18, 9],
      ],
    ],
  ])('%s', (_, world, expected) => {
    const shown = told(world).map(({ figures }) => [figures.decided, figures.approved]);
    expect(shown).toEqual(expected);
  });

  test('one group that is all there is is not told apart', () => {
    expect(told([[2, 1]])).toEqual([]);
  });

  test('what belongs to a kept number goes with it', () => {
    const [, small] = told([
      [9, 6],
      [8, 2],
      [9, 9],
    ]);
    expect(small?.figures).toMatchObject({
      pass_rate: null,
      first_try_rate: null,
      photographs_per_verification: null,
      reasons: [],
      days: [],
      time_to_decision: { from_link_opened: { of: 'hidden', median_s: null } },
    });
  });
});
