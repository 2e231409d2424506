/** Whether a contact has an account does not show in what is asked of the database. What it takes by the clock: `npm run bench -- codes`. */
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { USUAL_SEND_LIMITS } from '../codes/send-limits.ts';
import { TEST_DATABASES } from '../db/test-database.fixture.ts';
import { type AccountDesk, openAccountDesk } from './account-desk.fixture.ts';

vi.setConfig({ testTimeout: 60_000, hookTimeout: 120_000 });

/** Nothing stops either of them before the end. */
const LIMITS = { ...USUAL_SEND_LIMITS, contact: [{ most: 1000, windowMs: 3_600_000 }] };

describe.each(TEST_DATABASES)('a contact with an account and one without, on the %s database', (kind) => {
  let desk: AccountDesk;
  beforeAll(async () => {
    desk = await openAccountDesk(kind, LIMITS);
    await desk.keep('known@example.com');
  });
  afterAll(() => desk?.close());

  const statementsFor = async (to: string): Promise<readonly string[]> => {
    desk.statements.length = 0;
    await desk.ticketOf('askAccountCode', { body: { channel: 'email', to } });
    return [...desk.statements];
  };

  test('a code that is asked for puts the same statements to the database', async () => {
    // What is read once and kept for a while is read now.
    await statementsFor('known@example.com');
    await statementsFor('nobody@example.com');
    const known = await statementsFor('known@example.com');
    expect(known.length).toBeGreaterThan(5);
    expect(await statementsFor('nobody@example.com')).toEqual(known);
  });
});
