/** All that an applicant's own view is made of, read together. */
import {
  type ConsentAnswer,
  consentAnswerSchema,
  type DetailsAnswer,
  detailsAnswerSchema,
  type OwnContact,
} from '@vidimus/protocol';
import type { CheckReport } from '@vidimus/vocabulary';
import type { CodeParts } from '../codes/send-code.ts';
import type { DatabaseTransaction } from '../db/transaction.ts';
import { attemptsOf, lastAnswer } from './attempt-store.ts';
import { type StoredTrouble, troublesOf } from './device-trouble.ts';
import { numbersToChoose } from './hand-off.ts';
import { attemptsSoFar } from './judged-attempts.ts';
import { handOffOpenedAt } from './link-store.ts';
import { type Look, looksOf } from './look-store.ts';
import { ownContacts } from './present-own-contact.ts';
import { inOrder, insteadByPhotograph } from './readings-so-far.ts';
import { reportsOf } from './report-store.ts';
import type { ShownInstead } from './shown-document.ts';
import { type Statement, statementsOf } from './statement-store.ts';
import type { StoredAttempt, StoredVerification } from './stored-verification.ts';

export type OwnFacts = {
  readonly attempts: readonly StoredAttempt[];
  readonly looks: ReadonlyMap<string, Look>;
  /** By photograph, what it shows instead of what the first ones did. */
  readonly instead: ReadonlyMap<string, ShownInstead>;
  /** Of the photographs that stand; nothing where they were not read together. */
  readonly report: CheckReport | undefined;
  readonly consent: ConsentAnswer | undefined;
  readonly details: DetailsAnswer | undefined;
  readonly statements: readonly Statement[];
  readonly troubles: readonly StoredTrouble[];
  readonly handOffOpenedAt: Date | null;
  /** Of which one is shown by the device to be let in; empty while none waits. */
  readonly handOffNumbers: readonly number[];
  readonly contacts: readonly OwnContact[];
};

export async function ownFacts(
  parts: CodeParts,
  trx: DatabaseTransaction,
  stored: StoredVerification,
  now: Date,
): Promise<OwnFacts> {
  const { vault } = parts;
  const { organizationId } = stored;
  const { id: verificationId } = stored.verification;
  const at = <Step extends 'consent' | 'details'>(step: Step) => ({ organizationId, verificationId, step });
  const attempts = await attemptsOf(trx, verificationId);
  const { looks, last, reads } = await looksOf(vault, trx, verificationId);
  const standing = new Set(attemptsSoFar(stored.verification, attempts).map(([, id]) => id));
  const media = new Set(attempts.flatMap(({ id, mediaId }) => (mediaId !== null && standing.has(id) ? [mediaId] : [])));
  const looked = isOf(media, last?.report) ? last?.report : undefined;
  const reports = await reportsOf(vault, trx, verificationId);
  const judged = looked === undefined && media.size > 0 ? reports.at(-1) : undefined;
  return {
    attempts,
    looks,
    instead: insteadByPhotograph(inOrder(reads, reports)),
    report: looked ?? (isOf(media, judged) ? judged : undefined),
    consent: await lastAnswer({ vault }, trx, at('consent'), consentAnswerSchema),
    details: await lastAnswer({ vault }, trx, at('details'), detailsAnswerSchema),
    statements: await statementsOf(vault, trx, verificationId),
    troubles: await troublesOf(trx, verificationId),
    handOffOpenedAt: await handOffOpenedAt(trx, verificationId),
    handOffNumbers: await numbersToChoose(trx, verificationId, now),
    contacts: await ownContacts(parts, trx, stored, now),
  };
}

/** A report of exactly these photographs. */
function isOf(media: ReadonlySet<string>, report: CheckReport | undefined): boolean {
  const read = new Set((report?.photos ?? []).map(({ media_id }) => media_id.replace(/_page_\d+$/, '')));
  return read.size === media.size && read.size > 0 && [...read].every((id) => media.has(id));
}
