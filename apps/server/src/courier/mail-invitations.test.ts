import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Caller } from '../http/caller.ts';
import { addMember } from '../people/members-store.ts';
import { RIGHTS } from '../people/right.ts';
import { courierOf } from './courier.ts';
import { type CourierWorld, openCourierWorld, scripted } from './courier-world.fixture.ts';
import { invitationMails } from './mail-invitations.ts';

const mail = scripted('mail', { channel: 'email', usualSeconds: undefined });
const TOKEN = 'vsi_token';
let world: CourierWorld;
beforeAll(async () => {
  world = await openCourierWorld('embedded', [mail]);
});
afterAll(() => world.close());

const invite = (courier: CourierWorld['parts']['courier'], email: string) =>
  world.asTenant(async (trx) => {
    const person = { name: 'Anna', email, organizationId: 'org_a', roles: ['reviewer'] as const };
    const added = await addMember(trx, world.parts.vault, person, world.parts.clock());
    if (!added.ok) throw new Error(added.error.code);
    const { memberId } = added.value;
    const caller: Caller = { kind: 'api_key', id: 'k', organizationId: 'org_a', mode: 'test', rights: new Set(RIGHTS) };
    const invitation = { token: TOKEN, expires_at: '2026-03-02T09:00:00.000Z' };
    const body = { member: { id: memberId }, invitation };
    const mails = invitationMails({ ...world.parts, courier, baseUrl: 'https://verify.example' });
    await mails.inviteMember({ trx, caller, params: undefined, body });
    return memberId;
  });

test('who is invited gets the link by mail, and the token is in no column', async () => {
  const memberId = await invite(world.parts.courier, 'anna@example.com');
  const rows = await world.asTenant((trx) =>
    trx.selectFrom('message').selectAll().where('object_id', '=', memberId).execute(),
  );
  expect(rows).toHaveLength(1);
  expect(rows[0]?.sealed_body?.toString('latin1')).not.toContain(TOKEN);
  await world.runDue();
  expect(mail.taken[0]).toMatchObject({ to: 'anna@example.com', body: { subject: 'org_a invites you to Vidimus' } });
  expect(mail.taken[0]?.body.text).toContain(`https://verify.example/desk/invitation/${TOKEN}\n`);
});

test('without a route for mail nothing is written', async () => {
  const memberId = await invite(courierOf({ live: [], test: [] }), 'bob@example.com');
  const rows = await world.asTenant((trx) =>
    trx.selectFrom('message').selectAll().where('object_id', '=', memberId).execute(),
  );
  expect(rows).toEqual([]);
});
