/** The hosts to which applicants of an organization may be led back. */
import { returnHostsBodySchema, returnHostsSchema } from '@vidimus/protocol';
import type { AuditLog } from '../audit/audit.ts';
import { type Route, route } from '../http/route.ts';
import { actorOf } from '../people/caller-actor.ts';
import { returnHosts, setReturnHosts } from './return-url.ts';

const PATH = '/v1/organization/return-hosts';

export function returnHostsRoutes({ audit }: { readonly audit: AuditLog }): readonly Route[] {
  const common = { path: PATH, tag: 'organization', callers: ['member', 'api_key'] } as const;
  return [
    route({
      ...common,
      method: 'get',
      operationId: 'getReturnHosts',
      summary: 'Hosts to which applicants may be led back',
      answers: { 200: returnHostsSchema },
      problems: [],
      handle: async ({ trx, caller }) => {
        const hosts = [...(await returnHosts(trx, caller.organizationId))];
        return { ok: true, value: { status: 200, body: { hosts } } };
      },
    }),
    route({
      ...common,
      method: 'put',
      right: 'organization:write',
      operationId: 'putReturnHosts',
      summary: 'Name the hosts to which applicants may be led back',
      description:
        'Each whole, as in `shop.example.com`; subdomains are hosts of their own. `return_url` of a new verification must be on one of them, and that site may frame its pages. Empty: any host, so that whoever has a key chooses where your applicants are led.',
      body: returnHostsBodySchema,
      answers: { 200: returnHostsSchema },
      problems: [],
      handle: async ({ trx, caller, body }) => {
        const { organizationId } = caller;
        const hosts = [...new Set(body.hosts)];
        await setReturnHosts(trx, organizationId, hosts);
        await audit.append(trx, {
          organizationId,
          actor: actorOf(caller),
          action: 'organization.return_hosts_changed',
          objectId: organizationId,
          facts: { hosts: hosts.length },
        });
        return { ok: true, value: { status: 200, body: { hosts } } };
      },
    }),
  ];
}
