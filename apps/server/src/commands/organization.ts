/** `vidimus organization new`: an organization with its owner's invitation and a first key for test mode. */
import { randomBytes } from 'node:crypto';
import { newMemberSchema, RIGHTS } from '@vidimus/protocol';
import { createAuditLog } from '../audit/store.ts';
import { grantScopes } from '../people/api-key.ts';
import { bootstrapOrganization } from '../people/organizations-store.ts';
import type { Tell } from '../tell.ts';
import { said } from './refusals.ts';
import { withSafe } from './with-safe.ts';

/** 0 made, 2 could not run. What it prints is shown this once. `ownerName` is the address where none is given. */
export async function newOrganization(
  name: string,
  options: { readonly owner: string; readonly ownerName?: string },
  tell: Tell,
): Promise<0 | 1 | 2> {
  const asked = { name, owner: { name: options.ownerName ?? options.owner, email: options.owner } };
  const owner = newMemberSchema.safeParse({ ...asked.owner, roles: ['owner'] });
  // The same bounds for both names.
  const called = newMemberSchema.shape.name.safeParse(name);
  if (!owner.success || !called.success) {
    tell.err(said('An organization wants a name of at most 200 characters, and --owner an e-mail address.'));
    return 2;
  }
  return withSafe(
    tell,
    async ({ database, safe }) => {
      const clock = () => new Date();
      const parts = { vault: safe.vault, audit: createAuditLog(clock), random: randomBytes, clock };
      const { name: ownerName, email } = owner.data;
      const made = await bootstrapOrganization(database.db, parts, {
        name: called.data,
        owner: { name: ownerName, email },
        keys: [{ mode: 'test', name: 'First, test', scopes: RIGHTS.filter(mayKeysHave) }],
      });
      if (!made.ok) {
        tell.err(said('A member with this address exists already. Name another owner.'));
        return 2;
      }
      const { organizationId, ownerId, invitation, keys } = made.value;
      tell.out(`Organization  ${organizationId}\n`);
      tell.out(`Owner         ${ownerId}\n`);
      tell.out(`Invitation    ${invitation.token}\n`);
      for (const { secret } of keys) tell.out(`Test key      ${secret}\n`);
      tell.err(
        `Shown this once. The invitation works once, until ${invitation.expiresAt.toISOString()}: open /desk/invitation/ with it behind, or POST /v1/session/invitation. The owner makes further keys.\n`,
      );
      return 0;
    },
    'On PostgreSQL (DATABASE_URL) this can be done while a server runs.',
  );
}

const mayKeysHave = (right: (typeof RIGHTS)[number]) => grantScopes([right], new Set(RIGHTS)).ok;
