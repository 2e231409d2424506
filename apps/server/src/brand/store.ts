/** The brand of an organization in the database; its logo is sealed under a key of the organization. */
import type { DatabaseTransaction } from '../db/transaction.ts';
import type { BlobStore } from '../vault/blob-store.ts';
import type { SealContext, Vault } from '../vault/vault.ts';
import type { Brand, Logo } from './brand.ts';

/** What the logo is bound to. */
export function logoContext(organizationId: string): SealContext {
  return { organizationId, subject: organizationId, object: organizationId, field: 'logo' };
}

/** The organization's own name stands where no other was set. */
export async function readBrand(trx: DatabaseTransaction, organizationId: string): Promise<Brand> {
  const row = await trx
    .selectFrom('organization')
    .selectAll()
    .where('id', '=', organizationId)
    .executeTakeFirstOrThrow();
  const { logo_key, logo_width, logo_height } = row;
  const isThere = logo_key !== null && logo_width !== null && logo_height !== null;
  return {
    name: row.brand_name ?? row.name,
    colour: row.brand_colour,
    logo: isThere ? { blobKey: logo_key, width: logo_width, height: logo_height } : null,
  };
}

export async function changeBrand(
  trx: DatabaseTransaction,
  organizationId: string,
  { name, colour }: { readonly name: string; readonly colour: string },
): Promise<void> {
  await trx
    .updateTable('organization')
    .set({ brand_name: name, brand_colour: colour })
    .where('id', '=', organizationId)
    .execute();
}

/** Names another logo, or none; the one before is no longer named anywhere, and its key is returned for removal. */
export async function setLogo(
  trx: DatabaseTransaction,
  organizationId: string,
  logo: Logo | null,
): Promise<string | undefined> {
  const before = await trx
    .selectFrom('organization')
    .select('logo_key')
    .where('id', '=', organizationId)
    .forUpdate()
    .executeTakeFirstOrThrow();
  await trx
    .updateTable('organization')
    .set({ logo_key: logo?.blobKey ?? null, logo_width: logo?.width ?? null, logo_height: logo?.height ?? null })
    .where('id', '=', organizationId)
    .execute();
  return before.logo_key ?? undefined;
}

/** The PNG. */
export async function openLogo(
  { vault, blobs }: { readonly vault: Pick<Vault, 'open'>; readonly blobs: Pick<BlobStore, 'get'> },
  trx: DatabaseTransaction,
  organizationId: string,
): Promise<Buffer | undefined> {
  const { logo } = await readBrand(trx, organizationId);
  if (logo === null) return undefined;
  const sealed = await blobs.get(logo.blobKey);
  if (sealed === undefined) throw new Error(`the logo of ${organizationId} is not where it was put`);
  const opened = await vault.open(trx, logoContext(organizationId), sealed);
  if (!opened.ok) throw new Error(`the logo of ${organizationId} does not open: ${opened.error.code}`);
  return opened.value;
}
