import { randomBytes, randomUUID } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { contactCodeMadeSchema, contactCodeSchema } from '@vidimus/protocol';
import { describe, expect, test } from 'vitest';
import type { OpenDatabase } from '../db/open-database.ts';
import { TEST_DATABASES } from '../db/test-database.fixture.ts';
import { inTransaction } from '../db/transaction.ts';
import { letTimePass, MortalServer, mortalInstallation, withDatabase } from '../mortal-server.fixture.ts';
import { addApiKey } from '../people/api-keys-store.ts';
import { Smsc } from '../simulator/smsc.ts';
import { ask } from '../submissions.fixture.ts';
import { messagesAbout } from './store.ts';

const ACCOUNT = { systemId: 'vidimus', password: 'secret' };
const TENANT = { role: 'tenant', organizationId: 'org_a' } as const;
/** When the process is killed, in milliseconds after the carrier took a message: before its answer is out, with it, and about the commit. */
const KILLED_AFTER_MS = [undefined, 1, 8] as const;
const AT_ONCE = 3;
const PATIENCE_MS = 60_000;
const LOOK_AGAIN_MS = 200;

describe.each(TEST_DATABASES)('on the %s database', (kind) => {
  test('a process that is killed between the carrier’s accept and its own note loses no message, sends one twice at most, and says so', {
    timeout: 240_000,
  }, async () => {
    const place = await mortalInstallation(kind);
    const apiKey = await withDatabase(place.database, furnishOrganization);
    const arrived: string[] = [];
    const onArrival: { do: () => void } = { do: () => {} };
    const smsc = await Smsc.listen({
      ...ACCOUNT,
      secondMs: 50,
      onMessage: ({ to }) => {
        arrived.push(to);
        onArrival.do();
      },
    });
    const courierFile = join(place.directory, 'courier.json');
    writeFileSync(courierFile, JSON.stringify({ routes: [routeTo(smsc.port)] }));
    const server = new MortalServer({ ...place.environment, VIDIMUS_COURIER_FILE: courierFile });
    const to = numbers();
    const codes: string[] = [];
    const send = async () => {
      const body = JSON.stringify({ channel: 'sms', to: to(), purpose: 'sign_in' });
      const headers = { 'Content-Type': 'application/json', 'Idempotency-Key': randomUUID() };
      const made = await ask(() => server.url(), '/v1/contact-codes', apiKey, { method: 'POST', body, headers });
      codes.push(contactCodeMadeSchema.parse(made).id);
    };

    await server.start();
    for (const afterMs of KILLED_AFTER_MS) {
      const killed = Promise.withResolvers<void>();
      onArrival.do = () => {
        onArrival.do = () => {};
        const kill = () => server.kill().then(killed.resolve, killed.reject);
        if (afterMs === undefined) void kill();
        else setTimeout(kill, afterMs);
      };
      const sending = Promise.all(Array.from({ length: AT_ONCE }, send));
      await killed.promise;
      await server.start();
      await sending;
      await server.kill();
      await withDatabase(place.database, letTimePass);
      await server.start();
      for (const id of codes) await untilDelivered(server, apiKey, id);
    }
    await server.kill();

    await withDatabase(place.database, async ({ db }) => {
      for (const id of codes) {
        const [message, ...others] = await inTransaction(db, TENANT, (trx) => messagesAbout(trx, id));
        if (message === undefined) throw new Error(`${id} has no message`);
        expect(others).toEqual([]);
        const history = message.events.map(({ state, reason }) => [state, reason ?? ''].join(' ').trim());
        expect(history.filter((line) => line === 'queued interrupted').length, history.join()).toBeLessThan(2);
        expect(message.row.state, history.join()).toBe('delivered');
      }
      const twice = [...Map.groupBy(arrived, (number) => number)].filter(([, all]) => all.length > 1);
      const interrupted = await inTransaction(db, TENANT, (trx) =>
        trx.selectFrom('message').select(['id', 'interrupted']).where('interrupted', '>', 0).execute(),
      );
      expect(codes).toHaveLength(KILLED_AFTER_MS.length * AT_ONCE);
      expect(new Set(arrived).size).toBe(codes.length);
      expect(twice.filter(([, all]) => all.length > 2)).toEqual([]);
      expect(twice.length).toBeLessThanOrEqual(interrupted.length);
      // Killed before its answer was out, the first of a round was taken for certain.
      expect(twice.length).toBeGreaterThan(0);
    });
    await smsc.close();
    await place.remove();
  });
});

function routeTo(port: number) {
  return {
    name: 'sms',
    kind: 'smpp',
    host: '127.0.0.1',
    port,
    tls: false,
    system_id: ACCOUNT.systemId,
    password: ACCOUNT.password,
    source: 'Vidimus',
    per_second: 200,
  };
}

/** Each its own, so that what arrives twice is seen. */
function numbers(): () => string {
  let last = 0;
  return () => {
    last += 1;
    return `+5068888${String(last).padStart(4, '0')}`;
  };
}

async function untilDelivered(server: MortalServer, apiKey: string, id: string): Promise<void> {
  const deadline = Date.now() + PATIENCE_MS;
  for (;;) {
    const told = await ask(() => server.url(), `/v1/contact-codes/${id}`, apiKey, { method: 'GET', headers: {} });
    const [delivery] = contactCodeSchema.parse(told).deliveries;
    if (delivery?.state === 'delivered') return;
    if (Date.now() > deadline) throw new Error(`${id} did not arrive: ${JSON.stringify(delivery)}`);
    await wait(LOOK_AGAIN_MS);
  }
}

/** Returns an API key. */
async function furnishOrganization({ db }: OpenDatabase): Promise<string> {
  const now = new Date();
  await db.insertInto('organization').values({ id: 'org_a', name: 'A', created_at: now }).execute();
  const key = {
    organizationId: 'org_a',
    name: 'k',
    mode: 'live',
    scopes: ['verifications:read', 'verifications:write'],
  } as const;
  return inTransaction(db, TENANT, async (trx) => (await addApiKey(trx, randomBytes, key, now)).secret);
}
