/** What keeps secrets: the vault, the photographs and the signing key of this installation. */
import { join } from 'node:path';
import type { Result } from '@vidimus/engine/standards';
import type { Clock } from './clock.ts';
import type { Configuration } from './configuration.ts';
import type { OpenDatabase } from './db/open-database.ts';
import { openSigningKey, type SigningKey, type SigningKeyRefused } from './signing/signing-key.ts';
import type { BlobStore } from './vault/blob-store.ts';
import { openDiskBlobs } from './vault/disk-blobs.ts';
import type { KeysRefused } from './vault/keys-refused.ts';
import type { KeyEnvironment } from './vault/load-master-keys.ts';
import { type OpenVault, openVault } from './vault/open-vault.ts';
import { openS3Blobs } from './vault/s3-blobs.ts';

export type Safe = OpenVault & { readonly blobs: BlobStore; readonly signingKey: SigningKey };
export type SafeRefused = KeysRefused | SigningKeyRefused;

/** Opens all three, or says what keeps it shut. */
export async function openSafe(
  opened: {
    readonly configuration: Configuration;
    readonly dataDirectory: string;
    readonly database: OpenDatabase;
  },
  parts: {
    readonly environment: KeyEnvironment & { readonly VIDIMUS_SIGNING_KEY_FILE?: string };
    readonly clock: Clock;
  },
): Promise<Result<Safe, SafeRefused>> {
  const { configuration, dataDirectory, database } = opened;
  const vault = await openVault({
    db: database.db,
    environment: parts.environment,
    dataFolder: dataDirectory,
    mayMakeKeys: database.kind === 'embedded',
    clock: parts.clock,
  });
  if (!vault.ok) return vault;
  const signingKey = openSigningKey(
    parts.environment.VIDIMUS_SIGNING_KEY_FILE ?? join(dataDirectory, 'signing-key.pem'),
  );
  if (!signingKey.ok) return signingKey;
  const blobs = await openBlobs(configuration, dataDirectory, parts.clock);
  return { ok: true, value: { ...vault.value, blobs, signingKey: signingKey.value } };
}

async function openBlobs({ s3 }: Configuration, dataDirectory: string, clock: Clock): Promise<BlobStore> {
  if (s3 === undefined) return openDiskBlobs(join(dataDirectory, 'blobs'), clock);
  const { bucket, region, endpoint, accessKeyId, secretAccessKey } = s3;
  const credentials = { accessKeyId, secretAccessKey };
  return openS3Blobs({ bucket, region, credentials, ...(endpoint === undefined ? {} : { endpoint }) });
}
