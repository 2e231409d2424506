/** What may be done with the interface, one word each: scopes of API keys, and what the roles of members are made of. */
export const RIGHTS = [
  'verifications:read',
  'verifications:write',
  /** See photographs and what was read from them. */
  'evidence:read',
  'reviews:read',
  'reviews:write',
  'policies:read',
  'policies:write',
  'webhooks:read',
  'webhooks:write',
  'keys:read',
  'keys:write',
  'members:read',
  'members:write',
  'audit:read',
  'events:read',
  /** The clock and the scenarios of test mode. */
  'test:write',
] as const;
export type Right = (typeof RIGHTS)[number];
