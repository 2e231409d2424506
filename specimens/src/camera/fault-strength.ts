import type { Fault, FaultName } from '../fault.ts';
import type { Random } from './random.ts';

/** Drawn clearly over the limits of `fault-limits.table.ts`, in its units; a range, so that no two look alike. */
const CLEAR: Partial<Readonly<Record<FaultName, readonly [number, number]>>> = {
  blur: [0.32, 0.6],
  'motion-blur': [1.1, 2.2],
  glare: [0.55, 0.95],
  dark: [16, 34],
  bright: [241, 248],
  far: [80, 125],
  'grey-copy': [0, 0.9],
  'cut-off': [0.08, 0.3],
  finger: [0.55, 0.95],
  sleeve: [0.02, 0.07],
  screen: [0.4, 0.7],
  'two-documents': [0.8, 1],
};

/** A fault as it is to be drawn. */
export type DrawnFault = { readonly strength: number; readonly field?: string };

/** The fault of that name with its strength, or undefined where it was not asked for. */
export function faultToDraw(faults: readonly Fault[], name: FaultName, random: Random): DrawnFault | undefined {
  const fault = faults.find((each) => each.name === name);
  if (fault === undefined) return undefined;
  const [low, high] = CLEAR[name] ?? [1, 1];
  const chosen = random.between(low, high);
  return { strength: fault.strength ?? chosen, ...(fault.field === undefined ? {} : { field: fault.field }) };
}
