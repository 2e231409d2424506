/** A refusal of the interface, as a page of an account tells it. */
import { VidimusProblem } from '@vidimus/sdk';
import { formatDate, type Locale } from '@vidimus/vocabulary';
import { data } from 'react-router';
import type { MessageKey } from '../texts/areas.ts';
import type { ToldRefusal } from './told-refusal.ts';

const OUR_FAULT = 500;
const SECOND_MS = 1000;

const KEYS: Readonly<Record<string, MessageKey<'account'>>> = {
  'contact-code.no-route': 'problem_no_route',
  'contact-code.limit-reached': 'problem_limit',
  'contact-code.prefix-stopped': 'problem_limit',
  'contact-code.too-soon': 'problem_limit',
  'contact-code.not-waiting': 'code_over',
  'sign-in.too-many': 'problem_slow',
  'sign-in.refused': 'problem_refused',
  'account.kept-already': 'problem_kept',
  'account.contact-known': 'problem_contact_known',
  'account.last-way': 'problem_last_way',
  'account.totp-refused': 'problem_refused',
  'account.totp-needs-contact': 'problem_app_contact',
  'account-recovery.not-now': 'gone_text',
  'account-recovery.not-found': 'gone_text',
  'request.rate-limited': 'problem_limit',
  'account.organization-not-named': 'problem_organization',
};

/** Runs `work`; a refusal becomes an answer that the page shows, with the moment until which somebody waits. */
export async function orRefused<T>(locale: Locale, work: () => Promise<T>) {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof VidimusProblem) || error.status >= OUR_FAULT) throw error;
    return data({ refused: toldRefusal(error, locale) }, { status: error.status });
  }
}

/** Whether nobody is signed in, or a link is over. */
export function isGone(error: unknown): boolean {
  return error instanceof VidimusProblem && (error.status === 401 || error.status === 404);
}

function toldRefusal({ code, retryAfter }: VidimusProblem, locale: Locale): ToldRefusal {
  const key =
    KEYS[code] ??
    (code.startsWith('contact.') || code.startsWith('request.body') ? 'problem_contact' : 'problem_other');
  const until = new Date(Date.now() + (retryAfter ?? 0) * SECOND_MS);
  return { key, time: formatDate(until.toISOString(), locale) };
}
