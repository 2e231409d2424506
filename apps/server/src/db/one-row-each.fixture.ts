/** An organization with one row in every table that can belong to one; the types see to it that none is forgotten. */
import { TRY_OUT_POLICY } from '@vidimus/vocabulary';
import { type Insertable, type Kysely, sql } from 'kysely';
import type { Database } from './schema.ts';

/** Belong to nobody. */
export const OF_NO_ORGANIZATION = ['installation', 'sign_in_throttle'] as const;

type OfAnOrganization = Exclude<keyof Database, (typeof OF_NO_ORGANIZATION)[number]>;
export type OneRowEach = { readonly [Table in OfAnOrganization]: Insertable<Database[Table]> };

const AT = new Date('2026-03-01T09:00:00.123Z');
const LATER = new Date('2026-04-01T09:00:00Z');

/** In an order in which they can be inserted. */
export function oneRowEach(organization: string): OneRowEach {
  const own = { organization_id: organization };
  const id = (prefix: string) => `${prefix}_${organization}`;
  const created = { created_at: AT };
  const sealed = Buffer.from(`sealed of ${organization}`);
  const reasons = ['image_glare' as const];
  return {
    organization: { id: organization, name: organization, ...created },
    data_key: {
      id: id('dek'),
      ...own,
      subject: id('ver'),
      purpose: 'verification',
      key_version: 1,
      wrapped: sealed,
      ...created,
    },
    member: {
      id: id('mem'),
      ...own,
      roles: ['owner', 'auditor'],
      email_index: sealed,
      sealed_person: sealed,
      ...created,
    },
    passkey: {
      id: id('psk'),
      ...own,
      member_id: id('mem'),
      credential_id: id('credential'),
      public_key: sealed,
      counter: 5_000_000_000,
      transports: ['internal'],
      ...created,
    },
    challenge: {
      id: id('cha'),
      ...own,
      member_id: id('mem'),
      purpose: 'invitation',
      challenge: id('challenge'),
      expires_at: LATER,
    },
    session: {
      id: id('ses'),
      ...own,
      member_id: id('mem'),
      kind: 'full',
      token_hash: sealed,
      ...created,
      expires_at: LATER,
      last_used_at: AT,
    },
    api_key: {
      id: id('key'),
      ...own,
      name: 'k',
      mode: 'live',
      scopes: [],
      secret_hash: sealed,
      hint: 'abcd',
      ...created,
    },
    policy: { id: id('pol'), ...own, name: 'p', ...created },
    policy_version: {
      policy_id: id('pol'),
      ...own,
      version: 1,
      state: 'published',
      document: JSON.stringify(TRY_OUT_POLICY),
      ...created,
      published_at: AT,
    },
    applicant: { id: id('app'), ...own, mode: 'live', reference: 'customer "7", {or} \\N', ...created },
    verification: {
      id: id('ver'),
      ...own,
      applicant_id: id('app'),
      mode: 'live',
      policy_id: id('pol'),
      policy_version: 1,
      state: 'in_review',
      reason_codes: reasons,
      sealed_reasons: sealed,
      locale: 'en',
      expected_by: LATER,
      expires_at: LATER,
      redaction: 'none',
      ...created,
      updated_at: AT,
    },
    verification_fact: { verification_id: id('ver'), ...own, mode: 'live', started_at: AT },
    verification_link: {
      token_hash: sealed,
      ...own,
      verification_id: id('ver'),
      mode: 'live',
      kind: 'apply',
      ...created,
    },
    step: {
      verification_id: id('ver'),
      ...own,
      name: 'document_front',
      position: 0,
      state: 'submitted',
      attempts: [id('att')],
      used: 1,
    },
    media: {
      id: id('med'),
      ...own,
      verification_id: id('ver'),
      blob_key: id('blob'),
      media_type: 'image/jpeg',
      byte_length: 1000,
      fingerprint: 'f',
      ...created,
    },
    attempt: {
      id: id('att'),
      ...own,
      verification_id: id('ver'),
      step: 'document_front',
      media_id: id('med'),
      ...created,
    },
    look: {
      attempt_id: id('att'),
      ...own,
      verification_id: id('ver'),
      state: 'done',
      sealed,
      newest_attempt: id('att'),
      ...created,
    },
    device_trouble: {
      id: id('dtr'),
      ...own,
      verification_id: id('ver'),
      code: 'camera_unavailable',
      browser: 'firefox',
      detail: 'black_frames',
      ...created,
    },
    decision: {
      id: id('dec'),
      ...own,
      verification_id: id('ver'),
      key: 'k',
      decided_by: JSON.stringify({ kind: 'rule' }),
      outcome: 'in_review',
      reason_codes: reasons,
      policy_id: id('pol'),
      policy_version: 1,
      detectors: JSON.stringify({ glare: '1' }),
      inputs: ['sha256:00'],
      sealed,
      ...created,
    },
    report: { id: id('rep'), ...own, verification_id: id('ver'), decision_id: id('dec'), sealed, ...created },
    review: {
      id: id('rev'),
      ...own,
      mode: 'live',
      verification_id: id('ver'),
      cause: 'decision',
      state: 'open',
      reason_codes: reasons,
      opened_at: AT,
      expected_by: LATER,
    },
    appeal: {
      id: id('apl'),
      ...own,
      verification_id: id('ver'),
      review_id: id('rev'),
      sealed_statement: sealed,
      ...created,
    },
    event: {
      id: id('evt'),
      ...own,
      mode: 'live',
      type: 'verification.in_review',
      object_id: id('ver'),
      payload: JSON.stringify({ id: id('ver'), codes: ['a', '\u{1F600} "quoted" \\ back'] }),
      ...created,
    },
    webhook_endpoint: {
      id: id('whe'),
      ...own,
      mode: 'live',
      url: 'https://receiver.example/hook',
      events: ['*'],
      sealed_secret: sealed,
      ...created,
    },
    webhook_delivery: {
      id: id('whd'),
      ...own,
      endpoint_id: id('whe'),
      event_id: id('evt'),
      redelivery: 0,
      state: 'pending',
      tries: 1,
      next_try_at: LATER,
      ...created,
    },
    webhook_try: { delivery_id: id('whd'), ...own, number: 1, at: AT, answer: '503', duration_ms: 12 },
    idempotency: { ...own, credential: id('key'), key: 'k', request_hash: sealed, ...created },
    audit_log: { ...own, size: 1, frontier: [sealed, Buffer.alloc(32, 7)] },
    audit_entry: { ...own, position: 0, entry: JSON.stringify({ action: 'x' }), leaf_hash: sealed, ...created },
    audit_checkpoint: { ...own, size: 1, note: 'a note\nof two lines\n', ...created },
    test_clock: { ...own, now: LATER },
  };
}

/** One row, whatever the table. */
export async function insertRow(
  db: Kysely<Database>,
  table: string,
  row: Readonly<Record<string, unknown>>,
): Promise<void> {
  const columns = sql.join(Object.keys(row).map((column) => sql.ref(column)));
  await sql`insert into ${sql.table(table)} (${columns}) values (${sql.join(Object.values(row))})`.execute(db);
}

export async function insertOneRowEach(db: Kysely<Database>, organization: string): Promise<void> {
  for (const [table, row] of Object.entries(oneRowEach(organization))) await insertRow(db, table, row);
}
