/** What each role may do. Roles add up: whoever is two things may do what both may. */
import { RIGHTS, type Right, ROLES, type Role } from '@vidimus/protocol';

/**
 * `owner` alone writes members: whoever makes members can become anything. `compliance` writes the rules and `reviewer` applies
 * them, because a rule should not be bent by the one who decides the case. Photographs are for those who decide by them: support
 * and auditors read outcomes and the record without.
 */
const RIGHTS_OF: Readonly<Record<Role, readonly Right[]>> = {
  owner: RIGHTS,
  compliance: [
    'verifications:read',
    'evidence:read',
    'reviews:read',
    'policies:read',
    'policies:write',
    'members:read',
    'audit:read',
    'events:read',
  ],
  reviewer: ['verifications:read', 'evidence:read', 'reviews:read', 'reviews:write', 'policies:read'],
  support: ['verifications:read', 'reviews:read', 'policies:read'],
  auditor: [
    'verifications:read',
    'reviews:read',
    'policies:read',
    'webhooks:read',
    'keys:read',
    'members:read',
    'audit:read',
    'events:read',
  ],
  developer: [
    'verifications:read',
    'verifications:write',
    'policies:read',
    'webhooks:read',
    'webhooks:write',
    'keys:read',
    'keys:write',
    'events:read',
    'test:write',
    'organization:write',
  ],
};

/** All that somebody with these roles may do. */
export function rightsOf(roles: readonly Role[]): ReadonlySet<Right> {
  return new Set(roles.flatMap((role) => RIGHTS_OF[role]));
}

/** Roles as the database holds them; its constraint lets no other word in. */
export function rolesIn(column: readonly string[]): readonly Role[] {
  return ROLES.filter((role) => column.includes(role));
}
