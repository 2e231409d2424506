import { FAULT_NAMES, type Fault, type FaultName } from './fault.ts';

/** Why a fault cannot be drawn, with what was expected. */
export type FaultNotUnderstood =
  | { readonly code: 'fault.name-unknown'; readonly observed: string; readonly expected: readonly FaultName[] }
  | { readonly code: 'fault.strength-not-a-number'; readonly observed: string; readonly expected: string }
  | { readonly code: 'fault.field-empty'; readonly observed: string; readonly expected: string };

type Parsed = { readonly ok: true; readonly value: Fault } | { readonly ok: false; readonly error: FaultNotUnderstood };

/** Reads `name`, `name:field`, `name=strength` or `name:field=strength`, e.g. `glare:expiry_date`, `blur=0.3`. */
export function parseFault(text: string): Parsed {
  const [place = '', strength, ...rest] = text.trim().split('=');
  const colon = place.indexOf(':');
  const name = colon < 0 ? place : place.slice(0, colon);
  const known = FAULT_NAMES.find((each) => each === name);
  if (known === undefined) {
    return { ok: false, error: { code: 'fault.name-unknown', observed: name, expected: FAULT_NAMES } };
  }
  const field = colon < 0 ? undefined : place.slice(colon + 1);
  if (field === '') {
    return { ok: false, error: { code: 'fault.field-empty', observed: text, expected: `${known}:expiry_date` } };
  }
  if (strength !== undefined && (rest.length > 0 || !NUMBER.test(strength))) {
    return {
      ok: false,
      error: { code: 'fault.strength-not-a-number', observed: text.slice(place.length + 1), expected: `${known}=0.5` },
    };
  }
  return {
    ok: true,
    value: {
      name: known,
      ...(field === undefined ? {} : { field }),
      ...(strength === undefined ? {} : { strength: Number(strength) }),
    },
  };
}

const NUMBER = /^\d+(\.\d+)?$/;
