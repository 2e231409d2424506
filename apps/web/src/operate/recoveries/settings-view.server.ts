/** What can be set about recoveries, and the policies that can be chosen for them. */
import type { AccountSettings } from '@vidimus/sdk';
import type { DeskMember } from '../../desk/require-member.server.ts';

/** The newest; more can be chosen through the interface. */
const MOST_LISTED = 100;

export async function settingsView(
  api: DeskMember['api'],
  { recovery_wait_hours: waitHours, recovery_policy: policy }: AccountSettings,
) {
  const { data } = await api.policies.list({ limit: MOST_LISTED });
  const policies = data
    // The chosen one is shown even when nobody can be verified under it any more: that is what has to be seen.
    .filter(({ id, published_version }) => published_version !== null || id === policy)
    .map(({ id, name, published_version }) => ({ id, name, isPublished: published_version !== null }));
  const isListed = policy === null || policies.some(({ id }) => id === policy);
  return {
    waitHours,
    policy,
    policies: isListed ? policies : [...policies, { id: policy, name: policy, isPublished: true }],
  };
}
export type SettingsView = Awaited<ReturnType<typeof settingsView>>;
