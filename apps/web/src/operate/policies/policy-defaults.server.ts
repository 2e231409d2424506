import { ALPHA2_BY_ALPHA3, type Locale, PRODUCTION_POLICY, policySchema, TRY_OUT_POLICY } from '@vidimus/vocabulary';
import { sayCountry } from '../say.server.ts';
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

/** Countries by name, in the order of the language. Of several codes of one country, the usual one. */
export function countryOptions(locale: Locale): readonly CountryOption[] {
  const order = new Intl.Collator(locale);
  const named = [...ALPHA2_BY_ALPHA3.keys()].map((id) => ({ id, label: `${sayCountry(id, locale)} (${id})` }));
  return named.filter(({ id }) => !/^GB[A-QS-Z]$|^XKX$/.test(id)).toSorted((a, b) => order.compare(a.label, b.label));
}
