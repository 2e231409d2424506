import { rmSync } from 'node:fs';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openDatabase } from '../db/open-database.ts';
import { copyTestDirectory } from '../db/test-database.fixture.ts';
import { inTransaction } from '../db/transaction.ts';
import { OpenJobs } from '../jobs/open-jobs.ts';
import { DEAD_QUEUE } from '../jobs/queues.table.ts';
import { listJobs, retryJobs } from './jobs.ts';
import { newOrganization } from './organization.ts';

let data = '';
beforeAll(async () => {
  data = await copyTestDirectory();
  process.env.VIDIMUS_DATA = data;
  await newOrganization('Example Bank', { owner: 'owner@bank.example' }, { out: () => {}, err: () => {} });
  await leaveDeadJob();
}, 120_000);
afterAll(() => {
  delete process.env.VIDIMUS_DATA;
  rmSync(data, { recursive: true, force: true });
});

/** As after its last try. */
async function leaveDeadJob() {
  const opened = await openDatabase({ kind: 'embedded', directory: data });
  if (!opened.ok) throw new Error(opened.error.code);
  const database = opened.value;
  const jobs = await OpenJobs.start({ database, onTrouble: () => {} }, { supervises: false });
  const payload = { organizationId: 'org_a', deliveryId: 'whd_1' };
  await inTransaction(database.db, { role: 'tenant', organizationId: 'org_a' }, (trx) =>
    jobs.enqueue(trx, 'deliver-webhook', payload),
  );
  await sql`update pgboss.job set name = ${DEAD_QUEUE}, source_name = 'deliver-webhook'`.execute(database.db);
  await jobs.close(0);
  await database.close();
}

async function told(command: (tell: Parameters<typeof listJobs>[0]) => Promise<number>) {
  const texts: string[] = [];
  const tell = { out: (text: string) => void texts.push(text), err: (text: string) => void texts.push(text) };
  return { status: await command(tell), text: texts.join('') };
}

test('dead jobs are counted, wait again once somebody says so, and what is not understood is refused', {
  timeout: 180_000,
}, async () => {
  expect((await told(listJobs)).text).toMatch(/deliver-webhook +0 +0 +1\n/);
  expect(await told((tell) => retryJobs({ name: 'send-message' }, tell))).toMatchObject({
    status: 0,
    text: expect.stringMatching(/^0 /),
  });
  expect(await told((tell) => retryJobs({ name: 'deliver-webhook', most: '10' }, tell))).toMatchObject({
    status: 0,
    text: expect.stringMatching(/^1 /),
  });
  expect((await told(listJobs)).text).toMatch(/deliver-webhook +1 +0 +0\n/);
  expect((await told((tell) => retryJobs({ name: 'everything' }, tell))).status).toBe(2);
  expect((await told((tell) => retryJobs({ most: '0' }, tell))).status).toBe(2);
});
