/** The secrets of an endpoint, sealed: made, exchanged, and opened to sign. */
import type { DatabaseTransaction } from '../db/transaction.ts';
import type { SealContext, Vault } from '../vault/vault.ts';
import { SECRET_BYTES, secretText } from './sign-webhook.ts';
import type { EndpointRow } from './store.ts';

/** Where the bytes of new secrets come from. */
export type RandomBytes = (length: number) => Uint8Array;
type SecretColumn = 'sealed_secret' | 'sealed_old_secret';
type Endpoint = Pick<EndpointRow, 'id' | 'organization_id'>;

/** How long both secrets are valid after an exchange. */
const EXCHANGE_MS = 24 * 60 * 60 * 1000;

/** A new secret, as it is shown this once and as it is stored. */
export async function makeSecret(
  trx: DatabaseTransaction,
  parts: { readonly vault: Vault; readonly randomBytes: RandomBytes },
  endpoint: Endpoint,
): Promise<{ readonly secret: string; readonly sealed_secret: Buffer }> {
  const secret = secretText(parts.randomBytes(SECRET_BYTES));
  const sealed = await parts.vault.seal(trx, contextOf(endpoint, 'sealed_secret'), Buffer.from(secret));
  return { secret, sealed_secret: sealed };
}

/** The secret in use becomes the old one for 24 hours. An older one is no longer valid: there are never more than two. */
export async function retireSecret(
  trx: DatabaseTransaction,
  vault: Vault,
  endpoint: EndpointRow,
  now: Date,
): Promise<{ readonly sealed_old_secret: Buffer; readonly old_secret_until: Date }> {
  const secret = await openSecret(trx, vault, endpoint, 'sealed_secret', endpoint.sealed_secret);
  const sealed = await vault.seal(trx, contextOf(endpoint, 'sealed_old_secret'), Buffer.from(secret));
  return { sealed_old_secret: sealed, old_secret_until: new Date(now.getTime() + EXCHANGE_MS) };
}

/** The secrets to sign with, the newest first. */
export async function validSecrets(
  trx: DatabaseTransaction,
  vault: Vault,
  endpoint: EndpointRow,
  now: Date,
): Promise<readonly string[]> {
  const current = await openSecret(trx, vault, endpoint, 'sealed_secret', endpoint.sealed_secret);
  const { sealed_old_secret, old_secret_until } = endpoint;
  if (sealed_old_secret === null || old_secret_until === null || old_secret_until <= now) return [current];
  return [current, await openSecret(trx, vault, endpoint, 'sealed_old_secret', sealed_old_secret)];
}

/** Throws where the vault does not open: the endpoint is there, so its secret must be, and the job is tried again. */
async function openSecret(
  trx: DatabaseTransaction,
  vault: Vault,
  endpoint: Endpoint,
  field: SecretColumn,
  sealed: Uint8Array,
): Promise<string> {
  const opened = await vault.open(trx, contextOf(endpoint, field), sealed);
  if (!opened.ok) throw new Error(`${opened.error.code}: secret of webhook endpoint ${endpoint.id}`);
  return opened.value.toString();
}

function contextOf({ id, organization_id }: Endpoint, field: SecretColumn): SealContext {
  return { organizationId: organization_id, subject: id, object: id, field };
}
