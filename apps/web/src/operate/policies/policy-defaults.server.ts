import { type Locale, PRODUCTION_POLICY, policySchema, TRY_OUT_POLICY } from '@vidimus/vocabulary';
import { countriesIn } from '../../verify/countries.server.ts';
import type { JsonObject } from './json-object.ts';

/** What holds where a policy is silent. */
export function policyDefaults(): JsonObject {
  const { name, operator, documents, version, ...rest } = policySchema.parse({
    vidimus_policy: 1,
    name: '-',
    operator: '-',
    documents: [{ states: 'all', types: ['passport'] }],
  });
  return rest;
}

/** What a new policy begins with. */
export const BEGINNINGS = { production: PRODUCTION_POLICY, 'try-out': TRY_OUT_POLICY } as const;

export type CountryOption = { readonly id: string; readonly label: string };

/** Countries by name, with the code that a policy calls them by. */
export function countryOptions(locale: Locale): readonly CountryOption[] {
  return countriesIn(locale, true).map(({ value, label }) => ({ id: value, label: `${label} (${value})` }));
}
