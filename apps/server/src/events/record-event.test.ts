import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { TEST_DATABASES } from '../db/test-database.fixture.ts';
import { openWebhookWorld, type WebhookWorld } from '../webhooks/webhook-world.fixture.ts';
import type { NewEvent } from './events.ts';

const CREATED: NewEvent = {
  organizationId: 'org_a',
  mode: 'live',
  type: 'verification.created',
  objectId: 'ver_01J9ZKQW4E0000000000000000',
  payload: { state: 'created' },
};

describe.each(TEST_DATABASES)('on the %s database', (kind) => {
  let world: WebhookWorld;
  beforeAll(async () => {
    world = await openWebhookWorld(kind);
  });
  afterAll(() => world.close());
  const record = (...events: readonly NewEvent[]) =>
    world.asTenant(async (trx) => {
      for (const event of events) await world.events.record(trx, event);
    });

  test('events of one moment are listed in the order in which they happened', async () => {
    const states = ['created', 'open', 'processing', 'approved', 'in_review'];
    await record(...states.map((state) => ({ ...CREATED, payload: { state } })));
    const rows = await world.asTenant((trx) => trx.selectFrom('event').select('payload').orderBy('id').execute());
    expect(rows.map(({ payload }) => payload.state)).toEqual(states);
  });

  test.each<[string, Partial<NewEvent>]>([
    ['a name', { payload: { holder: 'ERIKSSON' } }],
    ['two words', { payload: { note: 'anna maria' } }],
    ['a number of a document', { payload: { document_number: 'L898902C3' } }],
    ['a day of birth', { payload: { reason_codes: ['document_expired', '1974-08-12'] } }],
    ['an e-mail address', { payload: { applicant: 'anna@example.com' } }],
    ['a sentence as the id', { objectId: 'the passport of Anna' }],
  ])('%s in an event is a bug, and nothing is written', async (_, fat) => {
    const before = await count();
    await expect(record({ ...CREATED, ...fat })).rejects.toThrow(/is no state, code or id/);
    expect(await count()).toBe(before);
  });

  const count = () => world.asTenant(async (trx) => (await trx.selectFrom('event').select('id').execute()).length);
});
