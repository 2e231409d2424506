/** Confirming a contact: a code is sent, sent again, and entered. One that does not arrive counts nothing, and ends nothing. */
import type { Result } from '@vidimus/engine/standards';
import type { Channel, OwnContactBody } from '@vidimus/protocol';
import type { ContactKind, Policy } from '@vidimus/vocabulary';
import type { Actor } from '../audit/audit.ts';
import { answerCode } from '../codes/answer-code.ts';
import { codeState } from '../codes/code.ts';
import { type Contact, readContact } from '../codes/contact.ts';
import { contactProblem, noRoute, sendingProblem } from '../codes/refusals.ts';
import { resendCode } from '../codes/resend-code.ts';
import { channelsFor, sendCode } from '../codes/send-code.ts';
import { countOne } from '../codes/send-limits.ts';
import { type CodeRow, codeFacts, findCode, insertCode, openContact } from '../codes/store.ts';
import { settleMessages } from '../courier/settle-messages.ts';
import type { DatabaseTransaction } from '../db/transaction.ts';
import type { Problem } from '../http/problem.ts';
import { type ApplicantParts, openStep, type StepRefused } from './applicant-steps.ts';
import { addAnswer } from './attempt-store.ts';
import { latestCode } from './contact-store.ts';
import { policyOf } from './policy-of.ts';
import { channelsOf, isByItself } from './present-own-contact.ts';
import { CONTACT_STEPS } from './step.ts';
import type { StoredVerification } from './stored-verification.ts';

/** Who asks, and about which contact. */
export type Asker = {
  readonly verificationId: string;
  readonly actor: Actor;
  readonly now: Date;
  readonly kind: ContactKind;
  readonly networkAddress: string | undefined;
};
/** Refused by the verification, or by what sends codes. */
export type ContactDone = Result<undefined, { readonly step: StepRefused } | { readonly code: Problem }>;

const HOUR_MS = 60 * 60 * 1000;
/** Of one verification and kind, in an hour: at five tries each, thirty guesses at a million codes. */
const MOST_CODES = 6;

/**
 * Sends a code. Where one waits for the same contact already, it is that one again; another contact gets another code, and the former
 * is worth nothing any more.
 */
export async function sendContactCode(
  parts: ApplicantParts,
  trx: DatabaseTransaction,
  asker: Asker,
  asked: OwnContactBody,
): Promise<ContactDone> {
  return inContactStep(parts, trx, asker, async (stored) => {
    const { kind, now } = asker;
    const policy = await policyOf(trx, stored);
    const channels = channelsOf(policy, kind);
    const { channel = channels[0] ?? 'email' } = asked;
    if (!channels.includes(channel)) return noRoute(channel, channels);
    const typed = asked.to ?? stored.knownContacts[kind] ?? '';
    const read = readContact(channel, typed, asked.country ?? stored.residence ?? undefined);
    if (!read.ok) return contactProblem(read.error);
    const contact = read.value;
    const former = await latestCode(trx, asker.verificationId, kind);
    if (former !== undefined) {
      if (await isWaitingFor(parts, trx, former, contact, now))
        return again(parts, trx, stored, asker, former, asked.channel);
      await settleMessages(trx, former.id, { arrived: false, now: parts.clock() });
    }
    const counted = await countCode(parts, trx, stored, asker);
    if (counted !== undefined) return counted;
    return begin(parts, trx, { stored, policy, contact, channel, channels }, asker);
  });
}

/** The same code again, by the channel named, or the one that it was asked for. */
export async function resendContactCode(
  parts: ApplicantParts,
  trx: DatabaseTransaction,
  asker: Asker,
  channel: Channel | undefined,
): Promise<ContactDone> {
  return inContactStep(parts, trx, asker, async (stored) => {
    const row = await latestCode(trx, asker.verificationId, asker.kind);
    return row === undefined ? noCode() : again(parts, trx, stored, asker, row, channel);
  });
}

/** What is not accepted is told by the view: a refusal would leave the try uncounted. */
export async function enterContactCode(
  parts: ApplicantParts,
  trx: DatabaseTransaction,
  asker: Asker,
  typed: string,
): Promise<ContactDone> {
  return inContactStep(parts, trx, asker, async (stored) => {
    const { kind, now, verificationId } = asker;
    const row = await latestCode(trx, verificationId, kind);
    if (row === undefined) return noCode();
    const { accepted } = await answerCode(parts, trx, row, typed, now);
    if (!accepted) return { ok: true, value: undefined };
    const contact = await openContact(trx, parts.vault, row);
    if (contact === undefined) throw new Error(`the contact of ${row.id} does not open`);
    const { organizationId } = stored;
    const channel = await latestChannel(trx, row);
    const answer = {
      kind,
      to: contact.to,
      hint: contact.hint,
      channel,
      named_by: stored.knownContacts[kind] === contact.to ? 'operator' : 'applicant',
    };
    await addAnswer(parts, trx, { organizationId, verificationId, step: CONTACT_STEPS[kind] }, answer, now);
    await note(parts, trx, stored, asker, 'verification.contact_confirmed', { kind, channel });
    return { ok: true, value: undefined };
  });
}

type Done = Result<undefined, Problem>;
type ToSend = {
  readonly stored: StoredVerification;
  readonly policy: Policy;
  readonly contact: Contact;
  readonly channel: Channel;
  readonly channels: readonly Channel[];
};

/** A code that nothing goes out for is kept, too: it says why. */
async function begin(
  parts: ApplicantParts,
  trx: DatabaseTransaction,
  { stored, policy, contact, channel, channels }: ToSend,
  { kind, now, verificationId, networkAddress, actor }: Asker,
): Promise<Done> {
  const { organizationId, mode, locale } = stored;
  const reached = channelsFor(parts, mode, contact).filter((each) => channels.includes(each));
  const refused = !isTaken(policy, contact) ? 'policy' : reached.includes(channel) ? null : 'country';
  const wanted = { organizationId, mode, purpose: 'confirm', channel, locale, contact, refused } as const;
  const step = { verificationId, kind, channels, byItself: isByItself(policy, kind) };
  const row = await insertCode(trx, parts.vault, { ...wanted, step }, now);
  const facts = { kind, channel, country: contact.country ?? 'none', sent: refused === null };
  await note(parts, trx, stored, { actor }, 'verification.contact_code_sent', facts);
  if (refused !== null) return { ok: true, value: undefined };
  const sent = await sendCode(parts, trx, row, { contact, channel, networkAddress }, now);
  if (sent.ok) return { ok: true, value: undefined };
  return sendingProblem(
    sent.error,
    now,
    reached.filter((other) => other !== channel),
  );
}

async function again(
  parts: ApplicantParts,
  trx: DatabaseTransaction,
  stored: StoredVerification,
  { kind, now, networkAddress, actor }: Asker,
  { id }: CodeRow,
  channel: Channel | undefined,
): Promise<Done> {
  const row = await findCode(trx, stored.mode, id, 'change');
  if (row === undefined) return noCode();
  const sent = await resendCode(parts, trx, row, { channel, networkAddress }, now);
  if (!sent.ok) return sent;
  const facts = { kind, channel: channel ?? row.channel, country: row.country ?? 'none', sent: true };
  await note(parts, trx, stored, { actor }, 'verification.contact_code_sent', facts);
  return { ok: true, value: undefined };
}

/** In a step that is asked for, of a verification that is open; it is locked until the transaction ends. */
async function inContactStep(
  parts: ApplicantParts,
  trx: DatabaseTransaction,
  asker: Asker,
  work: (stored: StoredVerification) => Promise<Done>,
): Promise<ContactDone> {
  const opened = await openStep(parts, trx, asker, CONTACT_STEPS[asker.kind]);
  if (!opened.ok) return { ok: false, error: { step: opened.error } };
  const done = await work(opened.value);
  return done.ok ? done : { ok: false, error: { code: done.error } };
}

async function isWaitingFor(
  parts: ApplicantParts,
  trx: DatabaseTransaction,
  row: CodeRow,
  contact: Contact,
  now: Date,
): Promise<boolean> {
  if (codeState(codeFacts(row), now) !== 'waiting') return false;
  return (await openContact(trx, parts.vault, row))?.to === contact.to;
}

/** By the policy: of which country the number may be. */
function isTaken({ phone_countries }: Policy, { kind, country }: Contact): boolean {
  if (phone_countries === undefined || kind === 'email' || country === null) return true;
  const { accept, refuse } = phone_countries;
  return (accept === 'all' || accept.includes(country)) && !refuse.includes(country);
}

async function countCode(
  parts: ApplicantParts,
  trx: DatabaseTransaction,
  { organizationId }: StoredVerification,
  { verificationId, kind, now }: Asker,
): Promise<Done | undefined> {
  const until = new Date((Math.floor(now.getTime() / HOUR_MS) + 1) * HOUR_MS);
  const key = parts.vault.blindIndex('sent codes', JSON.stringify(['verification', verificationId, kind]));
  if (await countOne(trx, organizationId, key, until, MOST_CODES)) return undefined;
  const reached = { code: 'contact-code.limit-reached', limit: 'verification', most: MOST_CODES } as const;
  return sendingProblem({ ...reached, windowMs: HOUR_MS, until }, now, []);
}

/** Of the newest message: that one was the first to say where the code is. */
async function latestChannel(trx: DatabaseTransaction, { id, channel }: CodeRow): Promise<Channel> {
  const newest = await trx
    .selectFrom('message')
    .select('channel')
    .where('object_id', '=', id)
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst();
  return newest?.channel ?? channel;
}

async function note(
  parts: Pick<ApplicantParts, 'audit'>,
  trx: DatabaseTransaction,
  { organizationId, verification }: StoredVerification,
  { actor }: Pick<Asker, 'actor'>,
  action: 'verification.contact_code_sent' | 'verification.contact_confirmed',
  facts: Readonly<Record<string, string | boolean>>,
): Promise<void> {
  await parts.audit.append(trx, { organizationId, actor, action, objectId: verification.id, facts });
}

function noCode(): Done {
  const detail = 'No code was sent there yet. Ask for one with POST /v1/applicant/contacts/{kind}/code.';
  return { ok: false, error: { status: 404, code: 'contact-code.not-found', detail } };
}
