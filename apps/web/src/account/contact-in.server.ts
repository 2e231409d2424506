import type { AccountContact } from '@vidimus/sdk';
import type { Locale } from '@vidimus/vocabulary';
import { textIn } from '../verify/taking-steps.server.ts';

/** What a form of a contact says: mail to an address, and to a number a short message, or a call where that was asked for. */
export function contactIn(form: FormData, locale: Locale): AccountContact {
  const to = textIn(form, 'to');
  const byPhone = textIn(form, 'call') === 'yes' ? 'call' : 'sms';
  return { channel: to.includes('@') ? 'email' : byPhone, to, locale };
}
