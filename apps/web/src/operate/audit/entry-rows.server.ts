import type { AuditEntryList, MemberClient } from '@vidimus/sdk';
import type { Locale } from '@vidimus/vocabulary';
import { memberNames } from '../member-names.server.ts';
import { sayMoment } from '../say.server.ts';

export type EntryRow = {
  readonly position: number;
  readonly at: string;
  readonly actor: string;
  /** Of a member whose name this reader may see. */
  readonly name: string | null;
  readonly action: string;
  readonly object: string;
  readonly mode: 'live' | 'test' | null;
  readonly facts: readonly (readonly [string, string])[];
};

/** Entries as they are read, with the names of members for those who may see them. */
export async function entryRows(
  api: MemberClient,
  rights: readonly string[],
  entries: AuditEntryList['data'],
  locale: Locale,
): Promise<readonly EntryRow[]> {
  const names = await memberNames(api, rights);
  return entries.map(({ position, at, actor, action, object, mode, facts }) => ({
    position,
    at: sayMoment(at, locale),
    actor,
    name: names.get(actor) ?? null,
    action,
    object,
    mode,
    facts: Object.entries(facts).map(([key, value]) => [key, Array.isArray(value) ? value.join(', ') : String(value)]),
  }));
}
