/** Contacts that a policy asks for, and to which this server can send nothing: nobody could ever confirm them. */
import type { Policy } from '@vidimus/vocabulary';
import { hasChannel } from '../codes/send-code.ts';
import type { Courier } from '../courier/courier.ts';
import type { Problem } from '../http/problem.ts';

/** Undefined where each contact can be reached by one of its channels at least: the others are left out when it is asked for. */
export function whyContactsUnreachable(
  courier: Pick<Courier, 'routesOf'>,
  { contacts = [], accept_specimens }: Pick<Policy, 'contacts' | 'accept_specimens'>,
): Problem | undefined {
  // What takes drawn documents serves test mode alone, which has routes of its own.
  const mode = accept_specimens ? 'test' : 'live';
  const errors = contacts.flatMap((rule, index) => {
    const channels = rule.kind === 'email' ? EMAIL : rule.channels;
    if (channels.some((channel) => hasChannel({ courier }, mode, channel))) return [];
    const detail = `No route carries ${channels.join(', ')}, so that nobody could confirm ${CALLED[rule.kind]}.`;
    return [{ pointer: `/contacts/${index}${rule.kind === 'email' ? '' : '/channels'}`, detail }];
  });
  if (errors.length === 0) return undefined;
  return {
    status: 409,
    code: 'policy.no-route',
    detail: `${errors.map(({ detail }) => detail).join(' ')} ${WAY_OUT}`,
    errors,
  };
}

const EMAIL = ['email'] as const;
const CALLED = { phone: 'a telephone number', email: 'an address' } as const;
const WAY_OUT =
  'Add a route for it to the file of VIDIMUS_COURIER_FILE and start the server again, name a channel that has one, or leave the contact out.';
