import type { Right } from '@vidimus/protocol';
import type { MessageKey } from '../../texts/areas.ts';

export type Place = {
  readonly path: string;
  readonly label: MessageKey<'desk'>;
  /** Shown to those who hold it. */
  readonly right: Right;
};

/** The pages of the desk in the order of the navigation. Cases and complaints will stand after the verifications. */
export const PLACES: readonly Place[] = [
  { path: '/desk/queue', label: 'nav_queue', right: 'reviews:read' },
  { path: '/desk/recoveries', label: 'nav_recoveries', right: 'reviews:read' },
  { path: '/desk/verifications', label: 'nav_verifications', right: 'verifications:read' },
  { path: '/desk/policies', label: 'nav_policies', right: 'policies:read' },
  { path: '/desk/numbers', label: 'nav_numbers', right: 'verifications:read' },
  { path: '/desk/messages', label: 'nav_messages', right: 'verifications:read' },
  { path: '/desk/developers', label: 'nav_developers', right: 'webhooks:read' },
  { path: '/desk/audit', label: 'nav_audit', right: 'audit:read' },
  { path: '/desk/members', label: 'nav_members', right: 'members:read' },
  { path: '/desk/organization', label: 'nav_organization', right: 'members:write' },
];
