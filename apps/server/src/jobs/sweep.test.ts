import { TRY_OUT_POLICY } from '@vidimus/vocabulary';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { OpenDatabase } from '../db/open-database.ts';
import type { VerificationStateColumn } from '../db/schema.ts';
import { openTestDatabase, TEST_DATABASES } from '../db/test-database.fixture.ts';
import type { DueVerification } from './find-due.ts';
import { Sweep, type SweepHandlers, type SweepTrouble } from './sweep.ts';

const NOW = new Date('2026-03-01T09:00:00Z');
const BEFORE = new Date('2026-03-01T08:59:59Z');
const AFTER = new Date('2026-03-01T09:00:01Z');
/** What the organization `org_ahead` says it is, in test mode. */
const AHEAD = new Date('2026-04-01T00:00:00Z');

type Row = {
  readonly state: VerificationStateColumn;
  readonly expectedBy?: Date;
  readonly expiresAt?: Date;
  readonly redactAt?: Date;
  readonly toldAt?: Date;
  readonly mode?: 'live' | 'test';
  readonly organization?: string;
};

/** By id, and what is due for it. */
const ROWS: Readonly<Record<string, Row & { readonly due: readonly (keyof SweepHandlers)[] }>> = {
  ver_review_late: { state: 'in_review', expectedBy: BEFORE, due: ['overdue'] },
  ver_review_in_time: { state: 'in_review', expectedBy: AFTER, due: [] },
  ver_told_already: { state: 'delayed', expectedBy: BEFORE, toldAt: BEFORE, due: [] },
  ver_processing_late: { state: 'processing', expectedBy: BEFORE, expiresAt: BEFORE, due: ['overdue'] },
  ver_never_came: { state: 'created', expiresAt: BEFORE, due: ['expired'] },
  ver_never_came_back: { state: 'action_required', expiresAt: BEFORE, due: ['expired'] },
  ver_may_still_come: { state: 'open', expiresAt: AFTER, due: [] },
  ver_approved: { state: 'approved', expiresAt: BEFORE, due: [] },
  ver_to_erase: { state: 'approved', redactAt: BEFORE, due: ['redactable'] },
  ver_to_keep: { state: 'approved', redactAt: AFTER, due: [] },
  ver_test_ahead: { state: 'open', mode: 'test', organization: 'org_ahead', expiresAt: AFTER, due: ['expired'] },
  ver_live_beside: { state: 'open', organization: 'org_ahead', expiresAt: AFTER, due: [] },
};

describe.each(TEST_DATABASES)('on the %s database', (kind) => {
  let database: OpenDatabase;
  const troubles: SweepTrouble[] = [];
  beforeAll(async () => {
    database = await openTestDatabase(kind);
    await fill(database);
  });
  afterAll(() => database.close());

  const sweep = (handlers: SweepHandlers) =>
    new Sweep({
      db: database.db,
      clock: () => NOW,
      handlers,
      onTrouble: (trouble) => troubles.push(trouble),
      everyMs: 10,
    });

  test('everything whose date has passed is found, in every organization, and nothing else', async () => {
    const { handlers, seen } = noting();
    await sweep(handlers).round();
    const expected = Object.entries(ROWS).flatMap(([id, { due }]) => due.map((what) => `${what} ${id}`));
    expect(seen.toSorted()).toEqual(expected.toSorted());
    expect(troubles).toEqual([]);
  });

  test('a handler that fails does not keep the others from theirs', async () => {
    const { handlers, seen } = noting();
    const failing = async (due: DueVerification) => {
      if (due.verificationId === 'ver_never_came') throw new Error('not now');
      await handlers.expired(due, AbortSignal.abort());
    };
    await sweep({ ...handlers, expired: failing }).round();
    expect(seen).toContain('expired ver_never_came_back');
    expect(seen).toContain('redactable ver_to_erase');
    expect(troubles.splice(0)).toMatchObject([
      { code: 'sweep.handler-failed', due: { verificationId: 'ver_never_came' } },
    ]);
  });

  test('answers kept for repeated requests are forgotten after 24 hours', async () => {
    const kept = await database.db.selectFrom('idempotency').select('key').execute();
    expect(kept).toEqual([{ key: 'younger' }]);
  });

  test('rounds follow one another until it is closed, which waits for the running one', async () => {
    let rounds = 0;
    let inside = false;
    const { handlers } = noting();
    const running = sweep({
      ...handlers,
      redactable: async () => {
        inside = true;
        await new Promise((resolve) => setTimeout(resolve, 30));
        rounds += 1;
        inside = false;
      },
    });
    running.start();
    while (rounds < 2 || !inside) await new Promise((resolve) => setTimeout(resolve, 5));
    await running.close();
    expect(inside).toBe(false);
    const after = rounds;
    await new Promise((resolve) => setTimeout(resolve, 100));
    expect(rounds).toBe(after);
  });
});

function noting(): { readonly handlers: SweepHandlers; readonly seen: string[] } {
  const seen: string[] = [];
  const note = (what: string) => async (due: DueVerification) => {
    seen.push(`${what} ${due.verificationId}`);
  };
  return {
    handlers: {
      overdue: note('overdue'),
      expired: note('expired'),
      redactable: note('redactable'),
      recovering: note('recovering'),
    },
    seen,
  };
}

async function fill({ db }: OpenDatabase): Promise<void> {
  for (const id of ['org_a', 'org_ahead']) {
    await db.insertInto('organization').values({ id, name: id, created_at: BEFORE }).execute();
    await db
      .insertInto('policy')
      .values({ id: `pol_${id}`, organization_id: id, name: 'p', created_at: BEFORE })
      .execute();
    await db
      .insertInto('policy_version')
      .values({
        policy_id: `pol_${id}`,
        organization_id: id,
        version: 1,
        state: 'draft',
        document: JSON.stringify(TRY_OUT_POLICY),
        created_at: BEFORE,
      })
      .execute();
    await db
      .insertInto('applicant')
      .values({ id: `app_${id}`, organization_id: id, mode: 'live', reference: null, created_at: BEFORE })
      .execute();
  }
  await db.insertInto('test_clock').values({ organization_id: 'org_ahead', now: AHEAD }).execute();
  for (const [id, row] of Object.entries(ROWS)) await insertVerification({ db }, id, row);
  for (const [key, age] of Object.entries({ older: 1, younger: -1 })) {
    const created_at = new Date(NOW.getTime() - 24 * 3_600_000 - age);
    await db
      .insertInto('idempotency')
      .values({
        organization_id: 'org_a',
        credential: 'key_1',
        key,
        request_hash: Buffer.of(1),
        status: null,
        sealed_response: null,
        created_at,
      })
      .execute();
  }
}

async function insertVerification({ db }: Pick<OpenDatabase, 'db'>, id: string, row: Row): Promise<void> {
  const organization = row.organization ?? 'org_a';
  const hasReasons = ['in_review', 'delayed', 'action_required'].includes(row.state);
  await db
    .insertInto('verification')
    .values({
      id,
      organization_id: organization,
      applicant_id: `app_${organization}`,
      mode: row.mode ?? 'live',
      policy_id: `pol_${organization}`,
      policy_version: 1,
      state: row.state,
      reason_codes: hasReasons ? ['image_glare'] : [],
      sealed_reasons: hasReasons ? Buffer.of(1) : null,
      sealed_claims: null,
      residence: null,
      locale: 'en',
      return_url: null,
      expected_by: row.expectedBy ?? null,
      overdue_told_at: row.toldAt ?? null,
      appeal_path: null,
      appeal_last_day: null,
      expires_at: row.expiresAt ?? AFTER,
      redaction: row.redactAt === undefined ? 'none' : 'scheduled',
      redact_at: row.redactAt ?? null,
      created_at: BEFORE,
      updated_at: BEFORE,
      decided_at: null,
    })
    .execute();
}
