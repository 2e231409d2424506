/** The vault on the table of data keys. It remembers no key between two calls: a subject forgotten by one process is forgotten by all. */
import { createHmac } from 'node:crypto';
import type { Clock } from '../clock.ts';
import { type DataKeyPurpose, destroyDataKey, findDataKey, takeDataKey } from './data-key.ts';
import { deriveKey } from './derive-key.ts';
import { encodeContext } from './encode-context.ts';
import { openEnvelope, sealEnvelope } from './envelope.ts';
import type { KeyWrapper } from './key-wrapper.ts';
import type { SealContext, Vault } from './vault.ts';

export type VaultParts = {
  readonly wrapper: KeyWrapper;
  /** `index` of the master keys. */
  readonly index: Uint8Array;
  readonly clock: Clock;
};

export function createVault(parts: VaultParts): Vault {
  const blindIndexKey = deriveKey(parts.index, 'blind-index');
  return {
    async seal(trx, context, plain) {
      const key = await takeDataKey(parts, trx, { ...subjectOf(context), purpose: 'seal' });
      const sealed = sealEnvelope(key, sealingContext(context), plain);
      key.fill(0);
      return sealed;
    },
    async open(trx, context, sealed) {
      const key = await findDataKey(parts.wrapper, trx, { ...subjectOf(context), purpose: 'seal' });
      if (!key.ok) {
        switch (key.error.code) {
          case 'destroyed':
            return { ok: false, error: { code: 'vault.erased', subject: context.subject } };
          case 'vault.master-key-missing':
            return { ok: false, error: key.error };
          case 'none':
          case 'vault.key-does-not-unwrap':
            return doesNotOpen(context);
        }
      }
      const value = openEnvelope(key.value, sealingContext(context), sealed);
      key.value.fill(0);
      return value === undefined ? doesNotOpen(context) : { ok: true, value };
    },
    async fingerprint(trx, subject, bytes) {
      const key = await takeDataKey(parts, trx, { ...subjectOf(subject), purpose: 'fingerprint' });
      const fingerprint = createHmac('sha256', key).update(bytes).digest('hex');
      key.fill(0);
      return fingerprint;
    },
    async forget(trx, organizationId, subject) {
      for (const purpose of PURPOSES) {
        await destroyDataKey(trx, { organizationId, subject, purpose }, parts.clock());
      }
    },
    blindIndex(purpose, value) {
      return createHmac('sha256', blindIndexKey)
        .update(encodeContext([purpose]))
        .update(value, 'utf8')
        .digest();
    },
  };
}

/** In this order always, so that two who forget one subject do not wait for each other. */
const PURPOSES: readonly DataKeyPurpose[] = ['seal', 'fingerprint'];

function subjectOf({ organizationId, subject }: Pick<SealContext, 'organizationId' | 'subject'>) {
  return { organizationId, subject };
}

function sealingContext({ organizationId, subject, object, field }: SealContext): Buffer {
  return encodeContext([organizationId, subject, object, field, 'seal']);
}

function doesNotOpen({ object, field }: SealContext) {
  return { ok: false, error: { code: 'vault.does-not-open', object, field } } as const;
}
