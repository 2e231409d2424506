/** Who asks, and whether this route serves them. */
import type { Result } from '@vidimus/engine/standards';
import type { Kysely } from 'kysely';
import type { Database } from '../db/schema.ts';
import { type DatabaseTransaction, inTransaction } from '../db/transaction.ts';
import type { AppContext } from './app-context.ts';
import { whyNotFromHere, whyNotServed } from './authorize.ts';
import type { Caller } from './caller.ts';
import { type Credential, readCredential, unknownCredential } from './credential.ts';
import type { Problem } from './problem.ts';
import type { Route } from './route.ts';

/** Whose the credential is; undefined when it is unknown, revoked or ended. Runs as the gate. */
export type Identify = (trx: DatabaseTransaction, credential: Credential) => Promise<Caller | undefined>;

export type IdentifyParts = {
  readonly db: Kysely<Database>;
  readonly identify: Identify;
  /** `https://verify.example`: from these a session may change something. */
  readonly ownOrigins: readonly string[];
};

/** Undefined for a route that serves everybody. Looked up anew for every request: what is revoked ends at once. */
export async function identifyCaller(
  parts: IdentifyParts,
  route: Pick<Route, 'callers' | 'right'>,
  c: AppContext,
): Promise<Result<Caller | undefined, Problem>> {
  if (route.callers.length === 0) return { ok: true, value: undefined };
  const credential = readCredential(c, route.callers);
  if (!credential.ok) return credential;
  if (credential.value.kind === 'member' || credential.value.kind === 'account') {
    const foreign = whyNotFromHere(c.req.method, c.req.header('origin'), parts.ownOrigins);
    if (foreign !== undefined) return { ok: false, error: foreign };
  }
  const caller = await inTransaction(parts.db, { role: 'gate' }, (trx) => parts.identify(trx, credential.value));
  if (caller === undefined) return { ok: false, error: unknownCredential() };
  const refused = whyNotServed(route, caller);
  return refused === undefined ? { ok: true, value: caller } : { ok: false, error: refused };
}
