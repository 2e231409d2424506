import { FAULT_LIMITS, type Fault, type SpecimenKind, statesOfKind } from '@vidimus/specimens';

/** One specimen to draw, check and compare. */
export type BenchCase = {
  readonly kind: SpecimenKind;
  readonly state: string;
  readonly seed: number;
  readonly faults: readonly Fault[];
};

const KINDS = [
  'passport',
  'identity-card-td1',
  'identity-card-td2',
  'visa-a',
  'visa-b',
  'driving-licence-eu',
  'driving-licence-na',
] as const satisfies readonly SpecimenKind[];

type LimitedFault = keyof typeof FAULT_LIMITS;
export const LIMITED_FAULTS = Object.keys(FAULT_LIMITS).filter((name): name is LimitedFault => name in FAULT_LIMITS);

/** Two-sided kinds: only they can have a side too many or too few. */
const TWO_SIDED: readonly SpecimenKind[] = [
  'identity-card-td1',
  'identity-card-td2',
  'driving-licence-eu',
  'driving-licence-na',
];
/** Of ten cases, two are clean and one has a fault too weak to be reported; the rest have a clear fault. */
const ROUND = 10;
/** A weak fault goes this far towards the strength up to which it must not be reported. */
const WEAK = 0.9;

/**
 * Lists cases that go round kinds, states and faults evenly; the same numbers give the same list.
 * `only` keeps the cases of one kind or one fault.
 */
export function planCases(count: number, firstSeed: number, only?: string): readonly BenchCase[] {
  const cases: BenchCase[] = [];
  for (let turn = 0; cases.length < count && turn < count * MOST_TURNS; turn++) {
    const seed = firstSeed + turn;
    const faults = faultsOfTurn(turn);
    const twoSided = faults.some(({ name }) => name === 'wrong-side' || name === 'side-missing');
    const kinds = twoSided ? TWO_SIDED : KINDS;
    const kind = kinds[(turn * 3 + Math.floor(turn / KINDS.length)) % kinds.length] ?? 'passport';
    const states = statesOfKind(kind);
    const state = states[(turn * 5) % states.length] ?? 'UTO';
    const name = faults[0]?.name ?? 'clean';
    if (only === undefined || only === kind || only === name) cases.push({ kind, state, seed, faults });
  }
  return cases;
}

/** Enough turns for `only` to come round often enough. */
const MOST_TURNS = 60;

function faultsOfTurn(turn: number): readonly Fault[] {
  const place = turn % ROUND;
  const round = Math.floor(turn / ROUND);
  if (place === 0 || place === 5) return [];
  if (place === 9) {
    const name = WEAK_FAULTS[round % WEAK_FAULTS.length] ?? 'blur';
    return [{ name, strength: weakStrength(name) }];
  }
  const clear = round * (ROUND - 3) + (place > 5 ? place - 2 : place - 1);
  const name = LIMITED_FAULTS[clear % LIMITED_FAULTS.length] ?? 'blur';
  return [{ name }];
}

/** Faults of which a little is allowed. */
const WEAK_FAULTS = ['blur', 'glare', 'dark', 'bright', 'far', 'motion-blur', 'grey-copy'] as const;

function weakStrength(name: (typeof WEAK_FAULTS)[number]): number {
  const { mustNot, must } = FAULT_LIMITS[name];
  // Away from `must`: below the limit where more is worse, above it where less is worse.
  return must > mustNot ? mustNot * WEAK : mustNot / WEAK;
}
