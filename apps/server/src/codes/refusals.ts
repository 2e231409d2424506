/** Refusals of codes on the wire: which limit, until when, and what else works. */
import type { Channel, CodeState } from '@vidimus/protocol';
import type { Problem } from '../http/problem.ts';
import type { ContactRefused } from './contact.ts';
import type { BreakerOpen } from './conversion-breaker.ts';
import type { LimitName, LimitReached } from './send-limits.ts';

/** Codes of one step; beside the limits of all that is sent. */
export type VerificationLimit = Omit<LimitReached, 'limit'> & { readonly limit: 'verification' };

type Refused = { readonly ok: false; readonly error: Problem };

const HOUR_MS = 60 * 60 * 1000;
const CONTACT_WORDS: Readonly<Record<ContactRefused['code'], string>> = {
  'contact.not-a-number': 'This is no telephone number with its country, such as +506 8888 0001.',
  'contact.not-assigned': 'The country gives numbers like this one to nobody. Check the digits.',
  'contact.landline': 'This is a landline, which gets no such messages. Ask for a `call`.',
  'contact.costs-too-much': 'Numbers of this kind cost their caller or the called more than a call; none is taken.',
  'contact.not-an-address': 'This is no e-mail address. Check what stands before and after the @.',
  'contact.not-a-push-reference':
    'This is no reference of an app: 3 to 254 letters, digits and `. _ ~ : / = + - [ ]`, the first one a letter or digit. A number or an address goes by another channel.',
};
const LIMIT_WORDS: Readonly<Record<LimitName | 'verification', string>> = {
  contact: 'to one number, address or app',
  network_address: 'for one network address',
  prefix: 'to numbers that begin like this one',
  country: 'to this country',
  organization: 'altogether',
  verification: 'for one verification',
};

/** Of a contact that is read. */
export const CONTACT_PROBLEMS = [
  { status: 422, code: 'contact.not-a-number' },
  { status: 422, code: 'contact.not-assigned' },
  { status: 422, code: 'contact.landline' },
  { status: 422, code: 'contact.costs-too-much' },
  { status: 422, code: 'contact.not-an-address' },
  { status: 422, code: 'contact.not-a-push-reference' },
] as const;
/** What works until then where mail does not. */
const WITHOUT_MAIL: Readonly<Record<LimitName | 'verification', string>> = {
  contact: 'another number or address can have one.',
  network_address: 'nothing is sent for it; somebody on another network can have one.',
  prefix: 'numbers that begin otherwise can have one.',
  country: 'numbers of other countries can have one.',
  verification: 'the codes that were sent can be entered.',
  organization:
    'nothing is sent. Passkeys and authenticator apps need no message; `limits` in VIDIMUS_COURIER_FILE raises this one.',
};

/** `pointer`: where it stands in the request. */
export function contactProblem(error: ContactRefused, pointer = '/to'): Refused {
  const detail = contactWords(error);
  return refused({ status: 422, code: error.code, detail, errors: [{ pointer, detail }] });
}

/** What is wrong with a number or address. */
export function contactWords({ code, kind }: ContactRefused): string {
  return `${CONTACT_WORDS[code]}${kind === undefined ? '' : ` (${kind})`}`;
}

/** Of another organization or mode it is said no otherwise. */
export function notFound(): Refused {
  return refused({ status: 404, code: 'contact-code.not-found', detail: 'No code of your mode has this id.' });
}

/** `others`: by which channels this contact can be reached. */
export function noRoute(channel: Channel, others: readonly Channel[] = []): Refused {
  const way = others.length === 0 ? 'Routes are named in VIDIMUS_COURIER_FILE.' : `Use ${others.join(' or ')}.`;
  return refused({ status: 409, code: 'contact-code.no-route', detail: `Nothing can be sent by ${channel}. ${way}` });
}

/** Over, or sent as often as it may be: the same code is sent no more. */
export function notWaiting(state: CodeState): Refused {
  const detail = `The code is ${state}, or was sent as often as it may be. Ask for another with POST /v1/contact-codes.`;
  return refused({ status: 409, code: 'contact-code.not-waiting', detail });
}

/** With the second from which it may be sent again. */
export function tooSoon(possibleAt: Date, now: Date): Refused {
  const detail = `It was sent a moment ago, and can be sent again at ${possibleAt.toISOString()}. The first one may still arrive.`;
  return refused({ status: 429, code: 'contact-code.too-soon', detail, retryAfter: secondsUntil(possibleAt, now) });
}

/** A limit, with when it ends, and what works until then. */
export function sendingProblem(
  error: LimitReached | VerificationLimit | BreakerOpen,
  now: Date,
  others: readonly Channel[],
): Refused {
  const until = error.until.toISOString();
  const way = others.length === 0 ? WITHOUT_MAIL[limitOf(error)] : `a code can be sent by ${others.join(' or ')}.`;
  const retryAfter = secondsUntil(error.until, now);
  if (error.code === 'contact-code.prefix-stopped') {
    const detail = `Hardly any code sent to numbers that begin like this one was entered, so none is sent there until ${until}. Until then ${way}`;
    return refused({ status: 429, code: error.code, detail, retryAfter });
  }
  const span = error.windowMs === HOUR_MS ? 'an hour' : 'a day';
  const detail = `${error.most} codes ${span} ${LIMIT_WORDS[error.limit]} were sent; the next one at ${until}. Until then ${way}`;
  return refused({ status: 429, code: error.code, detail, retryAfter });
}

function limitOf(error: LimitReached | VerificationLimit | BreakerOpen): LimitName | 'verification' {
  return error.code === 'contact-code.prefix-stopped' ? 'prefix' : error.limit;
}

function secondsUntil(until: Date, now: Date): number {
  return Math.max(1, Math.ceil((until.getTime() - now.getTime()) / 1000));
}

function refused(error: Problem): Refused {
  return { ok: false, error };
}
