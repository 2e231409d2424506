/** What an API key may be made of. */
import type { Result } from '@vidimus/engine/standards';
import type { Right } from '@vidimus/protocol';

/** Nobody hands on more than they have, and a key makes neither keys nor members. */
export type ScopesRefused = { readonly code: 'api-key.scopes-not-yours'; readonly scopes: readonly Right[] };

/** A key that could make keys or members would outlive its own revocation. */
const FOR_PEOPLE_ALONE: readonly Right[] = ['keys:write', 'members:write'];

/** The scopes, each once, that somebody with these rights may give to a key. */
export function grantScopes(
  asked: readonly Right[],
  rights: ReadonlySet<Right>,
): Result<readonly Right[], ScopesRefused> {
  const refused = asked.filter((scope) => !rights.has(scope) || FOR_PEOPLE_ALONE.includes(scope));
  if (refused.length > 0) return { ok: false, error: { code: 'api-key.scopes-not-yours', scopes: refused } };
  return { ok: true, value: [...new Set(asked)] };
}
