import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createAuditLog } from '../audit/store.ts';
import type { OpenDatabase } from '../db/open-database.ts';
import { TEST_DATABASES } from '../db/test-database.fixture.ts';
import { eventRecorder } from '../events/record-event.ts';
import { OpenJobs } from '../jobs/open-jobs.ts';
import { asTenant, masterKeys, openOrganizations, vaultUnder } from '../vault/test-vault.fixture.ts';
import { allowNetworks } from './allow-networks.fixture.ts';
import { deliverWebhookJob } from './deliver-webhook-job.ts';
import { makeSecret } from './endpoint-secret.ts';
import { openReceiver, type Receiver } from './receiver.fixture.ts';
import { webhookSender } from './send-webhook.ts';
import { insertEndpoint } from './store.ts';

const ENDPOINT = { id: 'whe_1', organization_id: 'org_a' };

describe.each(TEST_DATABASES)('through the real queue, on the %s database', (kind) => {
  let opened: OpenDatabase;
  let jobs: OpenJobs;
  let receiver: Receiver;
  const troubles: unknown[] = [];
  const clock = () => new Date();
  beforeAll(async () => {
    opened = await openOrganizations(kind);
    receiver = await openReceiver();
    jobs = await OpenJobs.start({ database: opened, onTrouble: (one) => troubles.push(one) }, { supervises: true });
    const vault = vaultUnder(masterKeys(1));
    const send = webhookSender({ allowed: allowNetworks('127.0.0.0/8'), resolve: async () => [] });
    const audit = createAuditLog(clock);
    const deliver = deliverWebhookJob({ db: opened.db, vault, jobs, audit, send, clock, random: () => 0 });
    const nothing = async () => {};
    await jobs.work(
      {
        'deliver-webhook': deliver,
        'judge-verification': nothing,
        'look-at-photograph': nothing,
        'redact-verification': nothing,
        'send-message': nothing,
        'tell-of-change': nothing,
      },
      { readers: 1 },
    );
    await asTenant(opened, async (trx) => {
      const { sealed_secret } = await makeSecret(trx, { vault, randomBytes }, ENDPOINT);
      const endpoint = { id: ENDPOINT.id, url: `http://127.0.0.1:${receiver.port}/`, events: ['*'], sealed_secret };
      await insertEndpoint(trx, { organizationId: 'org_a', mode: 'live' }, { ...endpoint, created_at: clock() });
    });
  });
  afterAll(async () => {
    await jobs.close(1000);
    await receiver.close();
    await opened.close();
  });

  test('an event that is refused once arrives some seconds later', async () => {
    receiver.answer((response) => response.writeHead(receiver.received.length === 1 ? 500 : 204).end());
    await asTenant(opened, (trx) =>
      eventRecorder({ jobs, clock }).record(trx, {
        organizationId: 'org_a',
        mode: 'live',
        type: 'verification.approved',
        objectId: 'ver_1',
        payload: {},
      }),
    );
    await expect.poll(() => receiver.received.length, { timeout: 20_000, interval: 100 }).toBe(2);
    const states = () =>
      asTenant(opened, (trx) => trx.selectFrom('webhook_delivery').select(['state', 'tries']).execute());
    await expect.poll(states, { timeout: 5000 }).toEqual([{ state: 'delivered', tries: 2 }]);
    expect(new Set(receiver.received.map(({ headers }) => headers['webhook-id'])).size).toBe(1);
    expect(troubles).toEqual([]);
  });
});
