/** Where applicants are led back to, and which site may frame their pages: whoever has a key must not choose any. */
import type { DatabaseTransaction } from '../db/transaction.ts';

export type ReturnUrlRefused = {
  readonly code: 'verification.return-url-not-allowed';
  readonly why: 'not_https' | 'names_a_person' | 'host';
  readonly host: string;
  readonly allowed: readonly string[];
};

/** This machine: what is developed has no certificate yet. */
const LOOPBACK = new Set(['localhost', '127.0.0.1', '[::1]']);

/** Undefined for an address that may be led back to. `allowed`: the organization's hosts; empty: every host. */
export function whyNotReturnTo(returnUrl: string, allowed: readonly string[]): ReturnUrlRefused | undefined {
  const { protocol, hostname: host, username, password } = new URL(returnUrl);
  const refused = (why: ReturnUrlRefused['why']): ReturnUrlRefused => ({
    code: 'verification.return-url-not-allowed',
    why,
    host,
    allowed,
  });
  // `https://shop.example@evil.example/` reads like the shop.
  if (username !== '' || password !== '') return refused('names_a_person');
  if (protocol !== 'https:' && !LOOPBACK.has(host)) return refused('not_https');
  return allowed.length === 0 || allowed.includes(host) ? undefined : refused('host');
}

/** In the order in which they were set. */
export async function returnHosts(trx: DatabaseTransaction, organizationId: string): Promise<readonly string[]> {
  const { return_hosts } = await trx
    .selectFrom('organization')
    .select('return_hosts')
    .where('id', '=', organizationId)
    .executeTakeFirstOrThrow();
  return return_hosts;
}

export async function setReturnHosts(
  trx: DatabaseTransaction,
  organizationId: string,
  hosts: readonly string[],
): Promise<void> {
  await trx
    .updateTable('organization')
    .set({ return_hosts: [...hosts] })
    .where('id', '=', organizationId)
    .execute();
}
