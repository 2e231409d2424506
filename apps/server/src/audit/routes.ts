/** The record, to be searched, verified and taken away. */
import type { Result } from '@vidimus/engine/standards';
import {
  auditCheckpointSchema,
  auditEntryListSchema,
  auditVerdictSchema,
  listAuditSchema,
  verifyAuditSchema,
} from '@vidimus/protocol';
import type { Caller } from '../http/caller.ts';
import type { Problem } from '../http/problem.ts';
import { type Route, route } from '../http/route.ts';
import { actorOf } from '../people/caller-actor.ts';
import type { SigningKey } from '../signing/signing-key.ts';
import type { AuditLog } from './audit.ts';
import { exportAudit } from './audit-file.ts';
import { openCheckpoint } from './checkpoint.ts';
import { entryCursor, readEntryCursor } from './entry-cursor.ts';
import { lastCheckpoint, listEntries } from './store.ts';
import { verifyLog } from './verify-log.ts';

export type AuditRouteParts = { readonly audit: AuditLog; readonly signingKey: SigningKey };

const NEEDS_LIVE_KEY = { status: 403, code: 'audit.needs-live-key' } as const;
const NO_CHECKPOINT = { status: 404, code: 'audit.no-checkpoint' } as const;

/**
 * There is one record of both modes, because it is one tree. A test key, which lies about in programs that are being tried out,
 * searches what is of test mode alone; whoever signed in sees all. Taking the record away, and having it verified, is itself
 * recorded.
 */
export function auditRoutes({ audit, signingKey }: AuditRouteParts): readonly Route[] {
  const common = { tag: 'audit', callers: ['api_key', 'member'], right: 'audit:read' } as const;
  const publicKey = () => signingKey.publicKey.toString('base64');
  return [
    route({
      ...common,
      method: 'get',
      path: '/v1/audit-entries',
      operationId: 'listAuditEntries',
      summary: 'Who did what, the newest first',
      description: 'A test key finds entries of test mode alone; a live key and members find those of both.',
      query: listAuditSchema,
      answers: { 200: auditEntryListSchema },
      problems: [],
      handle: async ({ trx, caller, query }) => {
        const { from, to, limit, cursor } = query;
        const before = readEntryCursor(cursor);
        if (!before.ok) return before;
        const rows =
          isTestKey(caller) && query.mode === 'live'
            ? []
            : await listEntries(trx, {
                ...query,
                before: before.value,
                ...(isTestKey(caller) ? { mode: 'test' } : {}),
                from: from === undefined ? undefined : new Date(from),
                to: to === undefined ? undefined : new Date(to),
                limit: limit + 1,
              });
        const data = rows.slice(0, limit);
        const hasMore = rows.length > data.length;
        const last = data.at(-1);
        const next = hasMore && last !== undefined ? entryCursor(last.position) : null;
        return { ok: true, value: { status: 200, body: { data, has_more: hasMore, next_cursor: next } } };
      },
    }),
    route({
      ...common,
      method: 'get',
      path: '/v1/audit-entries/checkpoint',
      operationId: 'getAuditCheckpoint',
      summary: 'The newest signed checkpoint',
      description:
        'Keep it elsewhere: with it `POST /v1/audit-entries/verify` finds out even whoever cut the end off together with what had signed it.',
      answers: { 200: auditCheckpointSchema },
      problems: [NO_CHECKPOINT],
      handle: async ({ trx, caller: { organizationId } }) => {
        const last = await lastCheckpoint(trx, organizationId);
        const detail = 'Nothing was signed yet. It is signed within the hour, or when it is exported.';
        if (last === undefined) return { ok: false, error: { ...NO_CHECKPOINT, detail } };
        const opened = openCheckpoint(last.note, signingKey.publicKey);
        if (typeof opened === 'string') throw new Error(`the newest checkpoint of ${organizationId}: ${opened}`);
        const body = {
          object: 'audit_checkpoint',
          organization: organizationId,
          size: opened.size,
          root: opened.root.toString('base64'),
          note: last.note,
          created_at: last.created_at.toISOString(),
          public_key: publicKey(),
        };
        return { ok: true, value: { status: 200, body } };
      },
    }),
    route({
      ...common,
      method: 'post',
      path: '/v1/audit-entries/verify',
      operationId: 'verifyAudit',
      summary: 'Walk the record: does it hold, and to which entry',
      description:
        'Hashes every entry again and compares it with every checkpoint. This server checks itself here; `vidimus audit verify FILE` does the same to an export, without trusting it.',
      body: verifyAuditSchema,
      answers: { 200: auditVerdictSchema },
      problems: [],
      handle: async ({ trx, caller, body, now }) => {
        const { organizationId } = caller;
        const verdict = await verifyLog(trx, organizationId, signingKey.publicKey, body.note);
        await audit.append(trx, {
          organizationId,
          actor: actorOf(caller),
          action: 'audit.verified',
          objectId: organizationId,
          facts: { holds: verdict.holds, entries: verdict.entries, holds_to: verdict.holds_to },
        });
        const answer = { object: 'audit_verdict', ...verdict, checked_at: now.toISOString() };
        return { ok: true, value: { status: 200, body: answer } };
      },
    }),
    route({
      ...common,
      method: 'get',
      path: '/v1/audit-export',
      operationId: 'exportAudit',
      summary: 'The whole record, signed',
      description: 'One JSON object a line. Verify it anywhere with `vidimus audit verify FILE`.',
      answers: { 200: 'file' },
      problems: [NEEDS_LIVE_KEY],
      handle: async ({ trx, caller, now }) => {
        const refused = whyNotAll(caller);
        if (!refused.ok) return refused;
        const { organizationId } = caller;
        const entry = { organizationId, actor: actorOf(caller), action: 'audit.exported', objectId: organizationId };
        await audit.append(trx, entry);
        const lines: string[] = [];
        for await (const line of exportAudit(trx, organizationId, signingKey, now)) lines.push(`${line}\n`);
        const file = Buffer.from(lines.join(''));
        return {
          ok: true,
          value: { status: 200, file, mediaType: 'application/jsonl', name: `${organizationId}.audit.jsonl` },
        };
      },
    }),
  ];
}

function isTestKey({ kind, mode }: Caller): boolean {
  return kind === 'api_key' && mode === 'test';
}

/** A part of the tree cannot be verified: it is taken away whole, or not at all. */
function whyNotAll(caller: Caller): Result<undefined, Problem> {
  if (!isTestKey(caller)) return { ok: true, value: undefined };
  const detail = 'The record holds what happened in live mode, too. Use a live key, or sign in.';
  return { ok: false, error: { ...NEEDS_LIVE_KEY, detail } };
}
