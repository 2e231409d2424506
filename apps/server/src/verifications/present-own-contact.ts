/** Contacts as their applicant sees them: what is asked, what became of the code, and what was confirmed. */
import type { Channel, OwnContact } from '@vidimus/protocol';
import type { ContactRule, Policy } from '@vidimus/vocabulary';
import { localeOf } from '../courier/present-delivery.ts';
import { codeState, resendPossibleAt, triesLeft } from '../codes/code.ts';
import { notAccepted } from '../codes/code-reasons.ts';
import { readContact } from '../codes/contact.ts';
import { ownReason, presentOwnCode } from '../codes/present-own-code.ts';
import { type CodeParts, operatorName } from '../codes/send-code.ts';
import { type CodeRow, codeFacts } from '../codes/store.ts';
import type { DatabaseTransaction } from '../db/transaction.ts';
import { latestCode, type StoredContact } from './contact-store.ts';
import { policyOf } from './policy-of.ts';
import type { StoredVerification } from './stored-verification.ts';

/** Of every step that asks for one. */
export async function ownContacts(
  parts: CodeParts,
  trx: DatabaseTransaction,
  stored: StoredVerification,
  now: Date,
): Promise<readonly OwnContact[]> {
  if (stored.contacts.length === 0) return [];
  const policy = await policyOf(trx, stored);
  const shown: OwnContact[] = [];
  for (const contact of stored.contacts) shown.push(await ownContact(parts, trx, { stored, policy, contact }, now));
  return shown;
}

/** By which channels a code may go to a contact of that kind, the first one first. */
export function channelsOf({ contacts = [] }: Pick<Policy, 'contacts'>, kind: ContactRule['kind']): readonly Channel[] {
  const rule = contacts.find((each) => each.kind === kind);
  return rule?.kind === 'phone' ? rule.channels : ['email'];
}

/** Whether the next channel is taken without asking. */
export function isByItself({ contacts = [] }: Pick<Policy, 'contacts'>, kind: ContactRule['kind']): boolean {
  const rule = contacts.find((each) => each.kind === kind);
  return rule?.kind === 'phone' && rule.by_itself;
}

async function ownContact(
  parts: CodeParts,
  trx: DatabaseTransaction,
  of: { readonly stored: StoredVerification; readonly policy: Policy; readonly contact: StoredContact },
  now: Date,
): Promise<OwnContact> {
  const { kind, confirmed } = of.contact;
  const row = await latestCode(trx, of.stored.verification.id, kind);
  const known = of.stored.knownContacts[kind];
  const read = known === undefined ? undefined : readContact(kind === 'phone' ? 'call' : 'email', known);
  return {
    kind,
    channels: [...channelsOf(of.policy, kind)],
    by_itself: isByItself(of.policy, kind),
    known_hint: read?.ok === true ? read.value.hint : null,
    confirmed:
      confirmed === undefined
        ? null
        : { hint: confirmed.hint, channel: confirmed.channel, at: confirmed.at.toISOString() },
    code: row === undefined ? null : await ownCode(parts, trx, row, now),
  };
}

/** With what was not right about the digits that were entered: nobody has to have seen the answer to them. */
async function ownCode(parts: CodeParts, trx: DatabaseTransaction, row: CodeRow, now: Date): Promise<OwnContact['code']> {
  const shown = await presentOwnCode(parts, trx, row, now);
  const facts = codeFacts(row);
  const state = codeState(facts, now);
  const result = state === 'tries_used' || state === 'expired' ? state : row.tries > 0 ? 'wrong' : undefined;
  if (result === undefined || state === 'accepted' || state === 'refused') return shown;
  const possibleAt = resendPossibleAt(facts, now);
  const seconds = possibleAt === null ? 0 : Math.max(0, Math.ceil((possibleAt.getTime() - now.getTime()) / 1000));
  const place = { locale: localeOf(row.locale), operator: await operatorName(trx, row.organization_id) };
  const reason = notAccepted({ result, triesLeft: triesLeft(facts, now), seconds }, place);
  return { ...shown, reasons: [ownReason(reason), ...shown.reasons] };
}
