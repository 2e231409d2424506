/** What the sealed values of a verification are bound to. */
import type { SealContext } from '../vault/vault.ts';

/** For each column of a verification's rows, what its sealed value is bound to. */
export function contextOf(organizationId: string, verificationId: string, object = verificationId) {
  return (field: string): SealContext => ({ organizationId, subject: verificationId, object, field });
}
