/** Photographs of nobody's documents, to be handed in by whoever tries the pages. */
import type { SpecimenRequest } from '@vidimus/specimens';

export type TryPhotograph = {
  /** In the address: `/try/photographs/passport.jpg`. */
  readonly name: string;
  readonly words: string;
  readonly request: Omit<SpecimenRequest, 'asOf'>;
  /** Of the specimen's photographs, which. */
  readonly at: number;
};

const passport = { kind: 'passport', state: 'UTO' } as const;
const card = { kind: 'identity-card-td1', state: 'UTO', seed: 11, faults: [] } as const;

export const TRY_PHOTOGRAPHS: readonly TryPhotograph[] = [
  { name: 'passport', words: 'A good photograph of a passport', request: { ...passport, seed: 5, faults: [] }, at: 0 },
  {
    name: 'passport-glare',
    words: 'The same with a reflection on the expiry date',
    request: { ...passport, seed: 5, faults: [{ name: 'glare', field: 'expiry_date' }] },
    at: 0,
  },
  {
    name: 'passport-blurred',
    words: 'The same, not sharp',
    request: { ...passport, seed: 5, faults: [{ name: 'blur' }] },
    at: 0,
  },
  {
    name: 'passport-expired',
    words: 'A passport that has expired',
    request: { ...passport, seed: 5, faults: [{ name: 'expired' }] },
    at: 0,
  },
  { name: 'card-front', words: 'An identity card, its front', request: card, at: 0 },
  { name: 'card-back', words: 'The back of that card', request: card, at: 1 },
];
