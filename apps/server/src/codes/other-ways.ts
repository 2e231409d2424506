/** What still works for somebody whom a limit stops. */
import { type Channel, TYPED_CHANNELS } from '@vidimus/protocol';
import type { Mode } from '../db/schema.ts';
import type { Contact } from './contact.ts';
import type { BreakerOpen } from './conversion-breaker.ts';
import { type CodeParts, hasChannel } from './send-code.ts';
import type { LimitReached } from './send-limits.ts';

/**
 * Channels to another contact. None to the same one: number, prefix and country are counted whatever the channel. And nothing where it
 * is the network address or the organization that is counted.
 */
export function otherWays(
  parts: Pick<CodeParts, 'courier'>,
  mode: Mode,
  contact: Contact,
  stopped: LimitReached | BreakerOpen,
): readonly Channel[] {
  const isOfContact = stopped.code === 'contact-code.prefix-stopped' || OF_CONTACT.has(stopped.limit);
  return isOfContact ? otherContactChannels(parts, mode, contact) : [];
}
const OF_CONTACT: ReadonlySet<LimitReached['limit']> = new Set(['contact', 'prefix', 'country']);

/**
 * By which a person can have a code who cannot have it at that contact: mail for whoever gave a number; a telephone and mail for an app.
 * Nobody who gave a number or an address knows of an app.
 */
export function otherContactChannels(
  parts: Pick<CodeParts, 'courier'>,
  mode: Mode,
  { kind }: Pick<Contact, 'kind'>,
): readonly Channel[] {
  return OTHERS[kind].filter((channel) => hasChannel(parts, mode, channel));
}
const OTHERS: Readonly<Record<Contact['kind'], readonly Channel[]>> = {
  phone: ['email'],
  email: [],
  push: TYPED_CHANNELS,
};
