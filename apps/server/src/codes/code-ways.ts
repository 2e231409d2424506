/** By which ways a code can go: every channel to the contact, and those to the other one where the operator named it. */
import type { Channel } from '@vidimus/protocol';
import type { DatabaseTransaction } from '../db/transaction.ts';
import type { Contact } from './contact.ts';
import { type CodeParts, channelsFor } from './send-code.ts';
import { type CodeRow, openAlternative, openContact } from './store.ts';

export type CodeWay = { readonly channel: Channel; readonly contact: Contact };

/** Undefined once it was erased. */
export type CodeWays = { readonly contact: Contact | undefined; readonly ways: readonly CodeWay[] };

export async function findWays(
  parts: Pick<CodeParts, 'courier' | 'vault'>,
  trx: DatabaseTransaction,
  row: CodeRow,
): Promise<CodeWays> {
  const contact = await openContact(trx, parts.vault, row);
  const alternative = await openAlternative(trx, parts.vault, row);
  const contacts = [contact, alternative].filter((one) => one !== undefined);
  const ways = contacts.flatMap((one) =>
    channelsFor(parts, row.mode, one)
      .filter((channel) => row.channels?.includes(channel) ?? true)
      .map((channel): CodeWay => ({ channel, contact: one })),
  );
  return { contact, ways };
}
