/** The record, to be searched and taken away. */
import { auditEntryListSchema, listAuditSchema } from '@vidimus/protocol';
import { type Route, route } from '../http/route.ts';
import type { SigningKey } from '../signing/signing-key.ts';
import type { AuditLog } from './audit.ts';
import { exportAudit } from './audit-file.ts';
import { listEntries } from './store.ts';

export type AuditRouteParts = { readonly audit: AuditLog; readonly signingKey: SigningKey };

/** List and export; taking the whole record away is itself recorded. */
export function auditRoutes({ audit, signingKey }: AuditRouteParts): readonly Route[] {
  const common = { method: 'get', tag: 'audit', callers: ['api_key', 'member'], right: 'audit:read' } as const;
  return [
    route({
      ...common,
      path: '/v1/audit-entries',
      operationId: 'listAuditEntries',
      summary: 'Who did what, the newest first',
      query: listAuditSchema,
      answers: { 200: auditEntryListSchema },
      problems: [],
      handle: async ({ trx, query }) => {
        const rows = await listEntries(trx, { ...query, limit: query.limit + 1 });
        const data = rows.slice(0, query.limit).map((entry) => ({ ...entry, mode: null }));
        const hasMore = rows.length > data.length;
        const next = hasMore ? (data.at(-1)?.position ?? null) : null;
        return { ok: true, value: { status: 200, body: { data, has_more: hasMore, next_before: next } } };
      },
    }),
    route({
      ...common,
      path: '/v1/audit-export',
      operationId: 'exportAudit',
      summary: 'The whole record, signed',
      description: 'One JSON object a line. Verify it anywhere with `vidimus audit verify FILE`.',
      answers: { 200: 'file' },
      problems: [],
      handle: async ({ trx, caller, now }) => {
        const { organizationId, kind, id } = caller;
        const entry = { organizationId, actor: { kind, id }, action: 'audit.exported', objectId: organizationId };
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
