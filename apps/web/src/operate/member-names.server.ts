import type { MemberClient } from '@vidimus/sdk';

/** Of members, by the actor that they are in records: `member:mem_…`. Empty for whoever may not see members. */
export async function memberNames(api: MemberClient, rights: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const names = new Map<string, string>();
  if (!rights.includes('members:read')) return names;
  for await (const { id, name } of api.members.listAll({ limit: 100 })) {
    if (name !== null) names.set(`member:${id}`, name);
  }
  return names;
}
