import { PRODUCTION_POLICY, TRY_OUT_POLICY } from '@vidimus/vocabulary';
import { expect, test } from 'vitest';
import type { MessageRoute } from '../courier/message-route.ts';
import { openPolicyDesk } from './policy-desk.fixture.ts';

const email: MessageRoute = {
  name: 'mail',
  order: 1,
  cost: 0,
  channel: 'email',
  prefixes: [],
  usualSeconds: undefined,
};
const courier = {
  routesOf: (mode: 'live' | 'test') =>
    mode === 'live' ? [email] : [{ ...email, name: 'test', channel: 'sms' } as const],
};

test('a policy whose contact nothing can reach is not published, and the refusal names channel and way out', async () => {
  const desk = await openPolicyDesk('embedded', { courier });
  const publish = async (document: object) =>
    desk.ask('publishPolicy', { params: { id: await desk.newPolicy(document) } });
  const phone = (...channels: readonly string[]) => [{ kind: 'phone', channels }];

  const refused = await publish({ ...PRODUCTION_POLICY, contacts: [...phone('sms', 'call'), { kind: 'email' }] });
  expect(refused).toMatchObject({
    status: 409,
    code: 'policy.no-route',
    problem: {
      detail: expect.stringMatching(
        /^No route carries sms, call, so that nobody could confirm a telephone number\. Add a route/,
      ),
      errors: [{ pointer: '/contacts/0/channels' }],
    },
  });
  expect((await publish({ ...PRODUCTION_POLICY, contacts: [{ kind: 'email' }] })).status).toBe(200);
  // Of several channels one is enough; and what takes drawn documents goes by the routes of test mode.
  expect((await publish({ ...TRY_OUT_POLICY, contacts: phone('call', 'sms') })).status).toBe(200);
  expect((await publish({ ...TRY_OUT_POLICY, contacts: [{ kind: 'email' }] })).code).toBe('policy.no-route');
  await desk.close();
});
