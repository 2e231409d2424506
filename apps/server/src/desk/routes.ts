/** What the desk shows around every page: who is signed in, where, and what waits. */
import { deskSchema } from '@vidimus/protocol';
import { tellBrand } from '../brand/brand.ts';
import { readBrand } from '../brand/store.ts';
import type { Clock } from '../clock.ts';
import { type Route, route } from '../http/route.ts';
import { memberCalling } from '../people/member-caller.ts';
import { readMember } from '../people/members-store.ts';
import { organizationName } from '../people/organizations-store.ts';
import { presentMember } from '../people/present.ts';
import { refuse } from '../people/refusals.ts';
import type { Vault } from '../vault/vault.ts';
import { countDeadDeliveries, countReviews } from './store.ts';

export type DeskParts = {
  readonly vault: Vault;
  /** The real one: webhooks keep real time, in test mode, too. */
  readonly clock: Clock;
};

const DAY_MS = 86_400_000;
/** What is older nobody sends again by hand. */
const DEAD_FOR_MS = 30 * DAY_MS;

export function deskRoutes({ vault, clock }: DeskParts): readonly Route[] {
  return [
    route({
      method: 'get',
      path: '/v1/desk',
      tag: 'desk',
      operationId: 'getDesk',
      summary: 'Who is signed in, and what waits for them',
      description: 'The counts are of the mode that `Vidimus-Mode` says; a part that the member may not see is null.',
      callers: ['member'],
      answers: { 200: deskSchema },
      problems: [{ status: 404, code: 'member.not-found' }],
      handle: async ({ trx, caller, now }) => {
        const person = memberCalling(caller);
        const { organizationId, id, mode, rights } = person;
        const member = await readMember(trx, vault, { organizationId, memberId: id });
        if (member === undefined) return refuse({ code: 'member.not-found' });
        const name = await organizationName(trx, organizationId);
        const brand = tellBrand(await readBrand(trx, organizationId));
        const since = new Date(clock().getTime() - DEAD_FOR_MS);
        const body = {
          object: 'desk',
          organization: { id: organizationId, name, brand },
          member: presentMember(member),
          rights: [...rights],
          mode,
          modes: ['live', 'test'],
          reviews: rights.has('reviews:read') ? await countReviews(trx, { mode, memberId: id, now }) : null,
          webhooks: rights.has('webhooks:read') ? { dead: await countDeadDeliveries(trx, { mode, since }) } : null,
        };
        return { ok: true, value: { status: 200, body } };
      },
    }),
  ];
}
