/** Number and address that the operator knows of the applicant, in the spelling in which they are used. */
import type { Result } from '@vidimus/engine/standards';
import type { KnownContacts } from '@vidimus/protocol';
import type { ContactKind } from '@vidimus/vocabulary';
import { type ContactRefused, readContact } from '../codes/contact.ts';

/** `of`: which of the two, and what is wrong with it. */
export type KnownContactRefused = {
  readonly code: 'verification.contact-refused';
  readonly of: ContactKind;
  readonly why: ContactRefused;
};

/** A landline can be called: by which channels it is reached is seen when a code is sent. */
export function readKnownContacts(given: KnownContacts): Result<KnownContacts, KnownContactRefused> {
  const phone = given.phone === undefined ? undefined : readContact('call', given.phone);
  if (phone?.ok === false) return refused('phone', phone.error);
  const email = given.email === undefined ? undefined : readContact('email', given.email);
  if (email?.ok === false) return refused('email', email.error);
  return {
    ok: true,
    value: {
      ...(phone === undefined ? {} : { phone: phone.value.to }),
      ...(email === undefined ? {} : { email: email.value.to }),
    },
  };
}

function refused(of: ContactKind, why: ContactRefused) {
  return { ok: false, error: { code: 'verification.contact-refused', of, why } } as const;
}
