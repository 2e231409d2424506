/** A telephone number, an address or a reference of an app, as it was given and as it is used. Numbers that cost somebody money are not taken. */

import type { Result } from '@vidimus/engine/standards';
import { findState } from '@vidimus/engine/standards';
import { type Channel, REACHED_BY, REACHED_KINDS, type ReachedKind } from '@vidimus/protocol';
import { ALPHA2_BY_ALPHA3 } from '@vidimus/vocabulary';
import { isSupportedCountry, type PhoneNumber, parsePhoneNumberFromString } from 'libphonenumber-js/max';
import { z } from 'zod';
import { normaliseEmail } from '../people/email-address.ts';

export type Contact = {
  readonly kind: ReachedKind;
  /** E.164, the address in one spelling, or the operator’s own reference of an app as it was given. */
  readonly to: string;
  /** ISO 3166-1 alpha-3; null for all but telephones. */
  readonly country: string | null;
  /** Calling code and what tells the carrier behind it: numbers that one owner buys by the thousand share it. */
  readonly prefix: string | null;
  /** For whoever waits: enough to see which one it is. */
  readonly hint: string;
};

/** As it is sealed. */
export const contactSchema = z.strictObject({
  kind: z.enum(REACHED_KINDS),
  to: z.string(),
  country: z.string().nullable(),
  prefix: z.string().nullable(),
  hint: z.string(),
});

export type ContactRefused = {
  readonly code:
    | 'contact.not-a-number'
    | 'contact.not-assigned'
    | 'contact.landline'
    | 'contact.costs-too-much'
    | 'contact.not-an-address'
    | 'contact.not-a-push-reference';
  /** What kind of number it is. */
  readonly kind?: string;
};

/** Networks without a country: satellites and others (ITU-T E.164 list of 2011 and its amendments). */
const NO_COUNTRY = new Set(['800', '808', '870', '878', '881', '882', '883', '888', '979']);
/** What the caller, or the called, pays more for than a call. */
const COSTLY = new Set(['PREMIUM_RATE', 'SHARED_COST', 'PERSONAL_NUMBER', 'UAN', 'PAGER', 'VOICEMAIL', 'TOLL_FREE']);
const PREFIX_DIGITS = 3;
const HINT_DIGITS = 2;
const emailSchema = z.email();
/**
 * What gateways and makers of telephones use for an app on a device, or for a person: tokens in hex or base64, UUIDs, names with a
 * colon or a slash, brackets around them. No `@` and no `+` at the start, so that an address or a number in the wrong place is noticed.
 */
const PUSH_REFERENCE = /^[A-Za-z0-9][\w.~:/=+[\]-]{2,253}$/;
/** Of a reference at most a quarter is shown, and no more than so much. */
const HINT_CHARACTERS = 4;

/**
 * For that channel: a landline can be called, and gets no short message. `country` (alpha-3): whose calling code a number has that
 * was typed without one.
 */
export function readContact(channel: Channel, typed: string, country?: string): Result<Contact, ContactRefused> {
  switch (REACHED_BY[channel]) {
    case 'email':
      return readAddress(typed);
    case 'push':
      return readReference(typed);
    case 'phone':
      return readNumber(channel, typed, country);
  }
}

/** Kept as it is: upper and lower case differ in tokens. */
function readReference(typed: string): Result<Contact, ContactRefused> {
  const to = typed.trim();
  if (!PUSH_REFERENCE.test(to)) return refuse('contact.not-a-push-reference');
  const shown = Math.min(HINT_CHARACTERS, Math.floor(to.length / HINT_CHARACTERS));
  const hint = `…${to.slice(to.length - shown)}`;
  return { ok: true, value: { kind: 'push', to, country: null, prefix: null, hint } };
}

function readAddress(typed: string): Result<Contact, ContactRefused> {
  const to = normaliseEmail(typed);
  if (!emailSchema.safeParse(to).success) return { ok: false, error: { code: 'contact.not-an-address' } };
  const at = to.lastIndexOf('@');
  const hint = `${to.slice(0, 1)}…${to.slice(at)}`;
  return { ok: true, value: { kind: 'email', to, country: null, prefix: null, hint } };
}

function readNumber(channel: Channel, typed: string, from: string | undefined): Result<Contact, ContactRefused> {
  const alpha2 = from === undefined ? undefined : ALPHA2_BY_ALPHA3.get(from);
  const known = alpha2 !== undefined && isSupportedCountry(alpha2) ? alpha2 : undefined;
  const number = parsePhoneNumberFromString(typed.normalize('NFKC'), known);
  if (number === undefined || number.ext !== undefined) return refuse('contact.not-a-number');
  if (NO_COUNTRY.has(number.countryCallingCode)) return refuse('contact.costs-too-much', 'satellite or international');
  if (!number.isPossible()) return refuse('contact.not-a-number');
  if (!number.isValid()) return refuse('contact.not-assigned');
  const type = number.getType();
  if (type !== undefined && COSTLY.has(type)) {
    return refuse('contact.costs-too-much', type.toLowerCase().replaceAll('_', ' '));
  }
  if (type === 'FIXED_LINE' && channel !== 'call') return refuse('contact.landline');
  return { ok: true, value: contactOf(number) };
}

function contactOf(number: PhoneNumber): Contact {
  const { countryCallingCode, nationalNumber, country } = number;
  return {
    kind: 'phone',
    to: number.number,
    country: country === undefined ? null : (findState(country)?.code ?? null),
    prefix: `${countryCallingCode}${nationalNumber.slice(0, PREFIX_DIGITS)}`,
    hint: `+${countryCallingCode} … ${nationalNumber.slice(-HINT_DIGITS)}`,
  };
}

function refuse(code: ContactRefused['code'], kind?: string): { readonly ok: false; readonly error: ContactRefused } {
  return { ok: false, error: kind === undefined ? { code } : { code, kind } };
}
