/** That messages to a code's contact do not arrive at the moment, and what works instead. */
import type { Channel, ContactCodeView } from '@vidimus/protocol';
import type { DatabaseTransaction } from '../db/transaction.ts';
import { outageFor, workingChannels } from '../deliverability/outage-for.ts';
import type { Contact } from './contact.ts';
import { otherContactChannels } from './other-ways.ts';
import { type CodeParts, channelsFor } from './send-code.ts';
import type { CodeRow } from './store.ts';

/** Null where messages arrive. Channels to another contact are named, too: they need it, and another code. */
export async function presentOutageOf(
  parts: Pick<CodeParts, 'courier'>,
  trx: DatabaseTransaction,
  { organization_id: organizationId, mode }: Pick<CodeRow, 'organization_id' | 'mode'>,
  { contact, channel }: { readonly contact: Contact; readonly channel: Channel },
): Promise<ContactCodeView['outage']> {
  const { country, prefix } = contact;
  const place = { organizationId, mode, country, prefix };
  const outage = await outageFor(trx, { ...place, channel });
  if (outage === undefined) return null;
  const own = channelsFor(parts, mode, contact).filter((other) => other !== channel);
  const others = [...own, ...otherContactChannels(parts, mode, contact)];
  return { since: outage.since.toISOString(), channels: [...(await workingChannels(trx, place, others))] };
}
