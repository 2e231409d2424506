/**
 * One key, one effect: a POST that is sent again with its `Idempotency-Key` gets the answer of the first. The row is written
 * in the transaction of the request, first of all: a second request with the key waits until the first has ended.
 */
import { createHash } from 'node:crypto';
import type { Result } from '@vidimus/engine/standards';
import type { ExpressionBuilder } from 'kysely';
import { z } from 'zod';
import type { Database } from '../db/schema.ts';
import type { DatabaseTransaction } from '../db/transaction.ts';
import type { Vault } from '../vault/vault.ts';
import { type Problem, problem } from './problem.ts';
import type { Sent } from './sent.ts';

export const IDEMPOTENCY_HEADER = 'Idempotency-Key';
/** On an answer that was given before. */
const REPLAYED_HEADER = 'Idempotent-Replayed';

export type IdempotencyParts = { readonly vault: Pick<Vault, 'seal' | 'open' | 'blindIndex'> };

export type KeyedRequest = {
  readonly organizationId: string;
  /** Id of the key, member or link. */
  readonly credential: string;
  readonly key: string;
  readonly method: string;
  /** With the query. */
  readonly path: string;
  readonly bytes: Uint8Array;
  readonly now: Date;
};

const KEPT_HOURS = 24;
const HOUR_MS = 3_600_000;
const HEAD = z.object({ status: z.int(), headers: z.record(z.string(), z.string()), empty: z.boolean() });
/** Visible ASCII, as a header field carries it. */
const KEY = /^[\x21-\x7e]{1,255}$/;

/** Answers that say "send it again": they are not kept. */
export function isTransient(status: number): boolean {
  return status >= 500 || status === 409 || status === 429;
}

/** The key of a request, if it has one. Problem: `request.header-invalid`. */
export function readIdempotencyKey(header: string | undefined): Result<string | undefined, Problem> {
  if (header === undefined || KEY.test(header)) return { ok: true, value: header };
  const detail = `\`${IDEMPOTENCY_HEADER}\` is 1 to 255 visible ASCII characters; a UUID is a good one.`;
  return { ok: false, error: problem('request.header-invalid', detail) };
}

/**
 * Answers a request once: by `work`, or with what `work` answered before. Runs in the transaction that `work` writes in; where
 * the answer is transient the caller rolls back, and the row with it. Problem: `idempotency.key-reused`.
 */
export async function answerOnce(
  parts: IdempotencyParts,
  trx: DatabaseTransaction,
  request: KeyedRequest,
  work: () => Promise<Sent>,
): Promise<Result<Sent, Problem>> {
  const row = {
    organization_id: request.organizationId,
    credential: request.credential,
    // Callers put what they like into keys; a dump shows nothing of it, nor lets anybody guess the body.
    key: parts.vault.blindIndex('idempotency key', request.key).toString('base64url'),
    request_hash: parts.vault.blindIndex('idempotency request', hashOf(request)),
  };
  const context = {
    organizationId: request.organizationId,
    subject: `idempotency:${request.organizationId}`,
    object: `${row.credential}/${row.key}`,
    field: 'sealed_response',
  };
  const insert = () =>
    trx
      .insertInto('idempotency')
      .values({ ...row, status: null, sealed_response: null, created_at: request.now })
      .onConflict((conflict) => conflict.doNothing())
      .returning('key')
      .executeTakeFirst();
  const mine = (where: ExpressionBuilder<Database, 'idempotency'>) =>
    where.and({ organization_id: row.organization_id, credential: row.credential, key: row.key });
  let ours = await insert();
  if (ours === undefined) {
    const outlived = await trx
      .deleteFrom('idempotency')
      .where(mine)
      .where('created_at', '<=', keptSince(request.now))
      .executeTakeFirst();
    if (outlived.numDeletedRows > 0) ours = await insert();
  }
  if (ours === undefined) {
    const kept = await trx
      .selectFrom('idempotency')
      .select(['request_hash', 'sealed_response'])
      .where(mine)
      .executeTakeFirstOrThrow();
    if (!kept.request_hash.equals(row.request_hash)) {
      const detail = `This \`${IDEMPOTENCY_HEADER}\` was used for another request within ${KEPT_HOURS} hours. Take a new one.`;
      return { ok: false, error: problem('idempotency.key-reused', detail) };
    }
    if (kept.sealed_response === null) throw new Error('an idempotency row was committed without its answer');
    const opened = await parts.vault.open(trx, context, kept.sealed_response);
    if (!opened.ok) throw new Error(opened.error.code);
    const sent = unpack(opened.value);
    return { ok: true, value: { ...sent, headers: { ...sent.headers, [REPLAYED_HEADER]: 'true' } } };
  }
  const sent = await work();
  if (isTransient(sent.status)) return { ok: true, value: sent };
  await trx
    .updateTable('idempotency')
    .set({ status: sent.status, sealed_response: await parts.vault.seal(trx, context, pack(sent)) })
    .where(mine)
    .execute();
  return { ok: true, value: sent };
}

function keptSince(now: Date): Date {
  return new Date(now.getTime() - KEPT_HOURS * HOUR_MS);
}

function hashOf(request: KeyedRequest): string {
  const hash = createHash('sha256');
  hash.update(`${request.method} ${request.path}\n`);
  return hash.update(request.bytes).digest('base64url');
}

/** Status and headers in the first line, then the body as it was. */
function pack(sent: Sent): Buffer {
  const head = JSON.stringify({ status: sent.status, headers: sent.headers, empty: sent.body === null });
  const body = sent.body ?? '';
  if (body instanceof ReadableStream) throw new Error('an answer that goes on cannot be kept');
  return Buffer.concat([Buffer.from(`${head}\n`), Buffer.from(body)]);
}

function unpack(packed: Buffer): Sent {
  const end = packed.indexOf('\n');
  const head = HEAD.parse(JSON.parse(packed.subarray(0, end).toString()));
  const body = head.empty ? null : new Uint8Array(packed.subarray(end + 1));
  return { status: head.status, headers: head.headers, body };
}
