import { accountRecoveryListSchema, recoveryAskedSchema, recoveryStatusSchema } from '@vidimus/protocol';
import { type CheckReport, checkReportSchema } from '@vidimus/vocabulary';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { TEST_DATABASES } from '../db/test-database.fixture.ts';
import type { Caller } from '../http/caller.ts';
import { newId } from '../ids.ts';
import { RIGHTS } from '../people/right.ts';
import { REPORT_ON_FILE } from '../policies/report-on-file.fixture.ts';
import { sealJson } from '../vault/sealed-json.ts';
import { contextOf } from '../verifications/seal-context.ts';
import { type AccountDesk, openAccountDesk } from './account-desk.fixture.ts';
import { goOnWithRecovery } from './recovery-sweep.ts';

vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 });

const HOUR_MS = 3_600_000;
const WAIT_MS = 72 * HOUR_MS;
const NEW = 'new@example.com';
const HOLDER = {
  document_number: 'L01X00T47',
  primary_identifier: 'MUSTERMANN',
  secondary_identifier: 'ANNA',
  birth_date: '1983-08-12',
  nationality: 'DEU',
  issuing_state: 'DEU',
} as const;
const MEMBER: Caller = {
  kind: 'member',
  id: 'mem_01JB0000000000000000000001',
  organizationId: 'org_a',
  mode: 'live',
  rights: new Set(RIGHTS),
  sessionId: 'ses_1',
  steppedUp: true,
};

function reportOf(holder: Partial<typeof HOLDER>): CheckReport {
  const fields = Object.entries({ ...HOLDER, ...holder }).map(([field, value]) => ({
    field,
    value,
    agreement: 'agree',
    witnesses: [{ witness: 'mrz', value, confidence: 0.99 }],
  }));
  return checkReportSchema.parse({ ...REPORT_ON_FILE, document: { ...REPORT_ON_FILE.document, fields } });
}

describe.each(TEST_DATABASES)('recovery by document, on the %s database', (kind) => {
  let desk: AccountDesk;
  beforeAll(async () => {
    desk = await openAccountDesk(kind);
  });
  afterAll(() => desk?.close());

  /** As if the engine had read the document, and the rules approved it. */
  const approve = (verificationId: string, holder: Partial<Record<keyof typeof HOLDER, string>> = {}) =>
    desk.asTenant(async (trx) => {
      const now = desk.parts.clock();
      const id = newId('report', now.getTime());
      const decisionId = newId('decision', now.getTime());
      const own = { organization_id: 'org_a', verification_id: verificationId, created_at: now };
      await trx
        .insertInto('decision')
        .values({
          id: decisionId,
          key: decisionId,
          decided_by: JSON.stringify({ kind: 'rule' }),
          outcome: 'approved',
          reason_codes: [],
          policy_id: 'pol_a',
          policy_version: 1,
          detectors: '{}',
          inputs: [],
          sealed: null,
          ...own,
        })
        .execute();
      const context = contextOf('org_a', verificationId, id)('report');
      const sealed = await sealJson(desk.parts.vault, trx, context, reportOf(holder as typeof HOLDER));
      await trx
        .insertInto('report')
        .values({ id, decision_id: decisionId, sealed, ...own })
        .execute();
      await trx.updateTable('verification').set({ state: 'approved' }).where('id', '=', verificationId).execute();
    });
  const ask = async (contact: string) => {
    const body = { contact, new_contact: NEW };
    const asked = recoveryAskedSchema.parse(await desk.bodyOf('askAccountRecovery', { body }));
    const { verification_id } = await desk.asTenant((trx) =>
      trx.selectFrom('account_recovery').select('verification_id').orderBy('id', 'desc').executeTakeFirstOrThrow(),
    );
    return { token: asked.token, verificationId: verification_id };
  };
  const goOn = (verificationId: string) => desk.asTenant((trx) => goOnWithRecovery(desk.parts, trx, verificationId));
  const look = async (token: string) =>
    recoveryStatusSchema.parse(await desk.bodyOf('lookAtAccountRecovery', { body: { token } }));
  /** An account whose first verification is approved for the holder. */
  const verified = async (contact: string) => {
    const kept = await desk.keep(contact);
    await approve(kept.receipt.verificationId);
    return kept;
  };
  const mails = async () => {
    await desk.runDue();
    return desk.mail.taken;
  };
  const linkIn = (text: string) => /\/account\/(?:stop|finish)\/(\S+)/.exec(text)?.[1] ?? 'none';

  test('the same document: notices first, then the wait, then a link to the new contact, which signs in', async () => {
    const kept = await verified('all@example.com');
    const { token, verificationId } = await ask('all@example.com');
    expect(await look(token)).toMatchObject({ state: 'asked' });
    await approve(verificationId);
    await goOn(verificationId);
    const waiting = await look(token);
    expect(waiting).toMatchObject({ state: 'waiting', refusal: null });
    expect(Date.parse(waiting.wait_until ?? '') - desk.parts.clock().getTime()).toBe(WAIT_MS);
    const notice = (await mails()).at(-1);
    expect(notice?.to).toBe('all@example.com');
    expect(notice?.body.text).toMatch(/If it was not you, stop it: https:\/\/verify\.example\/account\/stop\//);

    desk.advance(WAIT_MS - 1);
    await goOn(verificationId);
    expect(await look(token)).toMatchObject({ state: 'waiting' });
    desk.advance(1);
    await goOn(verificationId);
    expect(await look(token)).toMatchObject({ state: 'ready' });
    const link = (await mails()).at(-1);
    expect(link?.to).toBe(NEW);
    const finish = linkIn(link?.body.text ?? '');
    const session = await desk.sessionIn(await desk.reply('finishAccountRecovery', { body: { token: finish } }));
    expect(session.caller.id).toBe(kept.caller.id);
    const account = await desk.account(session.caller);
    expect(account.ways.map(({ hint }) => hint)).toEqual(['a…@example.com', 'n…@example.com']);
    expect(account.verifications).toHaveLength(2);
    expect(await desk.outcome('finishAccountRecovery', { body: { token: finish } })).toBe('account-recovery.not-found');
    expect(await desk.caller(kept.token)).toBeUndefined();
    await desk.reply('closeAccount', { caller: session.caller });
  });

  test('stopped from an old channel, nothing changes; the link works once opened by a person, and again', async () => {
    await verified('stop@example.com');
    const { token, verificationId } = await ask('stop@example.com');
    await approve(verificationId);
    await goOn(verificationId);
    const stop = linkIn((await mails()).at(-1)?.body.text ?? '');
    await desk.reply('stopAccountRecovery', { body: { token: stop } });
    await desk.reply('stopAccountRecovery', { body: { token: stop } });
    desk.advance(WAIT_MS);
    await goOn(verificationId);
    expect(await look(token)).toMatchObject({ state: 'stopped' });
  });

  test('another person’s document is refused with the reason; nobody is told a name', async () => {
    await verified('other@example.com');
    const { token, verificationId } = await ask('other@example.com');
    const before = (await mails()).length;
    await approve(verificationId, { primary_identifier: 'SCHMIDT', birth_date: '1970-01-01', document_number: 'Z9' });
    await goOn(verificationId);
    expect(await look(token)).toMatchObject({ state: 'refused', refusal: 'not_agreeing' });
    expect(await mails()).toHaveLength(before);
    const events = await desk.asTenant((trx) => trx.selectFrom('event').select('payload').execute());
    expect(JSON.stringify(events)).not.toMatch(/SCHMIDT|MUSTERMANN/);
  });

  test('a contact that nobody has is answered alike, and agrees with nothing', async () => {
    const { token, verificationId } = await ask('nobody@example.com');
    expect(await look(token)).toMatchObject({ state: 'asked' });
    await approve(verificationId);
    await goOn(verificationId);
    expect(await look(token)).toMatchObject({ state: 'refused', refusal: 'not_agreeing' });
  });

  test('a renewed passport is compared by a person, and waits from then on', async () => {
    const kept = await verified('renewed@example.com');
    const { token, verificationId } = await ask('renewed@example.com');
    await approve(verificationId, { document_number: 'C4J3Z9XK1' });
    await goOn(verificationId);
    expect(await look(token)).toMatchObject({ state: 'in_review', wait_until: null });
    const list = await desk.bodyOf('listAccountRecoveries', { caller: MEMBER, query: { state: 'in_review' } });
    const [row] = accountRecoveryListSchema.parse(list).data;
    expect(row).toMatchObject({
      readings: { document_number: 'different', name: 'same', birth_date: 'same' },
      earlier_verifications: [kept.receipt.verificationId],
    });
    const body = { agree: true, grounds: 'The same face; the number is that of a renewed passport.' };
    await desk.reply('decideAccountRecovery', { caller: MEMBER, params: { id: row?.id }, body });
    expect(await look(token)).toMatchObject({ state: 'waiting' });
    // Whoever is signed in has lost nothing.
    expect((await desk.account(kept.caller)).recovery).toMatchObject({ state: 'waiting' });
    await desk.reply('stopOwnRecovery', { caller: kept.caller });
    expect(await look(token)).toMatchObject({ state: 'stopped' });
  });

  test('a person who does not agree refuses it', async () => {
    await verified('refused@example.com');
    const { token, verificationId } = await ask('refused@example.com');
    await approve(verificationId, { document_number: 'C4J3Z9XK1' });
    await goOn(verificationId);
    const list = await desk.bodyOf('listAccountRecoveries', { caller: MEMBER, query: { state: 'in_review' } });
    const [row] = accountRecoveryListSchema.parse(list).data;
    const grounds = 'Ana Ruiz is younger than this holder.';
    const params = { id: row?.id };
    await desk.reply('decideAccountRecovery', { caller: MEMBER, params, body: { agree: false, grounds } });
    expect(await look(token)).toMatchObject({ state: 'refused', refusal: 'person_decided' });
    const again = { caller: MEMBER, params, body: { agree: true, grounds: 'Second thoughts.' } };
    expect(await desk.outcome('decideAccountRecovery', again)).toBe('account-recovery.not-now');
    // Members read it although the recovery is over; nobody else has it in readable form.
    const [over] = accountRecoveryListSchema.parse(
      await desk.bodyOf('listAccountRecoveries', { caller: MEMBER, query: {} }),
    ).data;
    expect(over?.decision).toMatchObject({ by: MEMBER.id, grounds });
    const kept = await desk.asTenant(async (trx) => [
      await trx.selectFrom('account_recovery').selectAll().execute(),
      await trx.selectFrom('event').selectAll().execute(),
      await trx.selectFrom('audit_entry').selectAll().execute(),
    ]);
    expect(JSON.stringify(kept)).not.toContain('Ana Ruiz');
  });

  test('a live recovery waits by the true clock, whatever test mode says', async () => {
    await verified('clock@example.com');
    const { token, verificationId } = await ask('clock@example.com');
    await approve(verificationId);
    await goOn(verificationId);
    const now = new Date(desk.parts.clock().getTime() + 2 * WAIT_MS);
    await desk.asTenant((trx) => trx.insertInto('test_clock').values({ organization_id: 'org_a', now }).execute());
    await goOn(verificationId);
    expect(await look(token)).toMatchObject({ state: 'waiting' });
    await desk.asTenant((trx) => trx.deleteFrom('test_clock').execute());
  });

  test('one that breaks off in the middle leaves all of it or nothing', async () => {
    await verified('broken@example.com');
    const { token, verificationId } = await ask('broken@example.com');
    await approve(verificationId);
    const broken = { ...desk.parts, events: { record: () => Promise.reject(new Error('killed')) } };
    await expect(desk.asTenant((trx) => goOnWithRecovery(broken, trx, verificationId))).rejects.toThrow('killed');
    expect(await look(token)).toMatchObject({ state: 'asked' });
    await goOn(verificationId);
    expect(await look(token)).toMatchObject({ state: 'waiting' });
  });

  test('the organization chooses the policy; while nothing of it is published, no laxer one takes its place', async () => {
    const policyOf = async ({ verificationId }: { readonly verificationId: string }) =>
      desk.asTenant((trx) =>
        trx.selectFrom('verification').select('policy_id').where('id', '=', verificationId).executeTakeFirstOrThrow(),
      );
    const settings = (recovery_policy: string | null) => ({
      caller: MEMBER,
      body: { recovery_wait_hours: 72, recovery_policy },
    });
    const [strict, lax, drawn] = ['1', '2', '3'].map((end) => `pol_01J9ZKQW4E000000000000000${end}`);
    if (strict === undefined || lax === undefined || drawn === undefined) throw new Error('three policies');
    await desk.addPolicy(strict, '2026-03-01T10:00:00Z');
    await desk.addPolicy(lax, '2026-03-01T11:00:00Z');
    await desk.addPolicy(drawn, '2026-03-01T12:00:00Z', { accept_specimens: true });
    expect(await policyOf(await ask('policy@example.com'))).toEqual({ policy_id: lax });

    await desk.reply('changeAccountSettings', settings(strict));
    expect(await desk.bodyOf('getAccountSettings', { caller: MEMBER })).toEqual(settings(strict).body);
    expect(await policyOf(await ask('policy@example.com'))).toEqual({ policy_id: strict });
    // Who leaves it out changes the rest.
    await desk.reply('changeAccountSettings', { caller: MEMBER, body: { recovery_wait_hours: 24 } });
    expect(await desk.bodyOf('getAccountSettings', { caller: MEMBER })).toEqual({
      recovery_wait_hours: 24,
      recovery_policy: strict,
    });

    const publish = (published: boolean) =>
      desk.asTenant((trx) =>
        trx
          .updateTable('policy_version')
          .set(published ? { state: 'published', archived_at: null } : { state: 'archived', archived_at: new Date() })
          .where('policy_id', '=', strict)
          .execute(),
      );
    await publish(false);
    const body = { contact: 'strict@example.com', new_contact: NEW };
    expect(await desk.outcome('askAccountRecovery', { body })).toBe('account-recovery.no-policy');
    for (const [id, code] of [
      [strict, 'policy.not-published'],
      [drawn, 'policy.accepts-specimens'],
      ['pol_01J9ZKQW4E0000000000000009', 'policy.not-found'],
    ] as const) {
      expect(await desk.outcome('changeAccountSettings', settings(id))).toBe(code);
    }
    await desk.reply('changeAccountSettings', settings(null));
    expect(await policyOf(await ask('policy@example.com'))).toEqual({ policy_id: lax });
  });

  test('three a day for a contact', async () => {
    for (let asked = 0; asked < 3; asked += 1) await ask('often@example.com');
    const body = { contact: 'often@example.com', new_contact: NEW };
    expect(await desk.outcome('askAccountRecovery', { body })).toBe('request.rate-limited');
  });
});
