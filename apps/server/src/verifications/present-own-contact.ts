/** Contacts as their applicant sees them: what is asked, what became of the code, and what was confirmed. */
import type { OwnContact, ReasonView, TypedChannel } from '@vidimus/protocol';
import type { ContactRule, Policy } from '@vidimus/vocabulary';
import { codeState, resendPossibleAt, triesLeft } from '../codes/code.ts';
import { notAccepted } from '../codes/code-reasons.ts';
import { findWays } from '../codes/code-ways.ts';
import { readContact } from '../codes/contact.ts';
import { presentOwnCode } from '../codes/present-own-code.ts';
import { type CodeParts, operatorName } from '../codes/send-code.ts';
import { type CodeRow, codeFacts } from '../codes/store.ts';
import { whyNotArrived } from '../codes/why-not-arrived.ts';
import { localeOf } from '../courier/present-delivery.ts';
import { messagesAbout } from '../courier/store.ts';
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
export function channelsOf(
  { contacts = [] }: Pick<Policy, 'contacts'>,
  kind: ContactRule['kind'],
): readonly TypedChannel[] {
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
    code: row === undefined ? null : await presentOwnCode(parts, trx, row, now),
    reasons: row === undefined ? [] : [...(await codeReasons(parts, trx, row, now))],
  };
}

/** What was not right about the digits that were entered, and about the newest message. */
async function codeReasons(
  parts: CodeParts,
  trx: DatabaseTransaction,
  row: CodeRow,
  now: Date,
): Promise<readonly ReasonView[]> {
  const facts = codeFacts(row);
  const state = codeState(facts, now);
  if (state === 'accepted') return [];
  const place = { locale: localeOf(row.locale), operator: await operatorName(trx, row.organization_id) };
  const { ways } = await findWays(parts, trx, row);
  const [newest] = await messagesAbout(trx, row.id);
  const channel = newest?.row.channel ?? row.channel;
  const reason = whyNotArrived(row, { channel, others: ways.map((way) => way.channel), newest }, place);
  const result = state === 'tries_used' || state === 'expired' ? state : row.tries > 0 ? 'wrong' : undefined;
  const seconds = secondsUntil(resendPossibleAt(facts, now), now);
  return [
    ...(result === undefined ? [] : [notAccepted({ result, triesLeft: triesLeft(facts, now), seconds }, place)]),
    ...(reason === undefined ? [] : [reason]),
  ].map(toApplicant);
}

/** Nothing of it is withheld but the words for staff. */
function toApplicant({ reviewer_message: _, operator_message: __, ...told }: ReasonView): ReasonView {
  return told;
}

function secondsUntil(at: Date | null, now: Date): number {
  return at === null ? 0 : Math.max(0, Math.ceil((at.getTime() - now.getTime()) / 1000));
}
