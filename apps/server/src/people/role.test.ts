import { RIGHTS, type Right, ROLES, type Role } from '@vidimus/protocol';
import { describe, expect, test } from 'vitest';
import { grantScopes } from './api-key.ts';
import { rightsOf } from './role.ts';

/** By hand, as the documents of the product say it; columns as in RIGHTS. */
const TABLE: Readonly<Record<Role, string>> = {
  //           ver  ev  rev  pol  whk  key  mem  au  ev  ts  org
  owner: '     rw   r   rw   rw   rw   rw   rw   r   r   w   w',
  compliance: 'r-   r   r-   rw   --   --   r-   r   r   -   -',
  reviewer: '  r-   r   rw   r-   --   --   --   -   -   -   -',
  support: '   r-   -   r-   r-   --   --   --   -   -   -   -',
  auditor: '   r-   -   r-   r-   r-   r-   r-   r   r   -   -',
  developer: ' rw   -   --   r-   rw   rw   --   -   r   w   w',
};

describe('roles', () => {
  test.each(ROLES)('%s may do what the table says, and nothing else', (role) => {
    const marks = TABLE[role].replaceAll(' ', '');
    const allowed = RIGHTS.filter((_, i) => marks[i] !== '-');
    expect([...rightsOf([role])].toSorted()).toEqual([...allowed].toSorted());
    expect(marks).toHaveLength(RIGHTS.length);
  });

  test.each(ROLES)('an owner may do all that %s may', (role) => {
    expect([...rightsOf([role])].filter((right) => !rightsOf(['owner']).has(right))).toEqual([]);
  });

  test.each(ROLES.filter((role) => role !== 'owner'))('%s writes no members', (role) => {
    expect(rightsOf([role]).has('members:write')).toBe(false);
  });

  test('roles add up', () => {
    expect(rightsOf(['reviewer', 'support'])).toEqual(rightsOf(['reviewer']));
    expect(rightsOf(['auditor', 'developer']).has('audit:read')).toBe(true);
  });

  test.each<[Right, Role, 'granted' | 'refused']>([
    ['verifications:write', 'developer', 'granted'],
    ['evidence:read', 'developer', 'refused'],
    ['evidence:read', 'owner', 'granted'],
    ['keys:write', 'owner', 'refused'],
    ['members:write', 'owner', 'refused'],
  ])('a key with %s made by the role %s is %s', (scope, role, expected) => {
    expect(grantScopes([scope], rightsOf([role])).ok ? 'granted' : 'refused').toBe(expected);
  });
});
