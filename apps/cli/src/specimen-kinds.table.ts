import type { SpecimenKind } from '@vidimus/specimens';

/** The kinds of documents as they are called on the command line, and what is drawn. */
export const SPECIMEN_KINDS = {
  passport: 'passport',
  'identity-card': 'identity-card-td1',
  'identity-card-td1': 'identity-card-td1',
  'identity-card-td2': 'identity-card-td2',
  'visa-a': 'visa-a',
  'visa-b': 'visa-b',
  'driving-licence': 'driving-licence-eu',
  'driving-licence-eu': 'driving-licence-eu',
  'driving-licence-na': 'driving-licence-na',
} as const satisfies Readonly<Record<string, SpecimenKind>>;
