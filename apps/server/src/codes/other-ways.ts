/** What still works for somebody whom a limit stops. */
import type { Channel } from '@vidimus/protocol';
import type { Mode } from '../db/schema.ts';
import type { Contact } from './contact.ts';
import type { BreakerOpen } from './conversion-breaker.ts';
import { type CodeParts, hasChannel } from './send-code.ts';
import type { LimitReached } from './send-limits.ts';

/**
 * Mail for whoever gave a telephone number. No other channel to the same number: number, prefix and country are counted whatever the
 * channel. And nothing where it is the network address or the organization that is counted.
 */
export function otherWays(
  parts: Pick<CodeParts, 'courier'>,
  mode: Mode,
  contact: Contact,
  stopped: LimitReached | BreakerOpen,
): readonly Channel[] {
  const isOfContact = stopped.code === 'contact-code.prefix-stopped' || OF_CONTACT.has(stopped.limit);
  return isOfContact && contact.kind === 'phone' && hasChannel(parts, mode, 'email') ? ['email'] : [];
}
const OF_CONTACT: ReadonlySet<LimitReached['limit']> = new Set(['contact', 'prefix', 'country']);
