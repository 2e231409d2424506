/** Wraps under the ring of this process. */
import { deriveKey } from './derive-key.ts';
import { openEnvelope, sealEnvelope } from './envelope.ts';
import type { KeyWrapper } from './key-wrapper.ts';
import type { MasterKeys } from './master-keys.ts';

export function createLocalKeyWrapper({ versions, wraps }: Pick<MasterKeys, 'versions' | 'wraps'>): KeyWrapper {
  const wrappingKeys = new Map([...versions].map(([version, key]) => [version, deriveKey(key, 'wrap')]));
  return {
    current: wraps,
    async wrap(dataKey, context) {
      const key = wrappingKeys.get(wraps);
      if (key === undefined) throw new Error(`version ${wraps} of the master key wraps, and is not in the ring`);
      return { version: wraps, wrapped: sealEnvelope(key, context, dataKey) };
    },
    async unwrap({ version, wrapped }, context) {
      const key = wrappingKeys.get(version);
      if (key === undefined) return { ok: false, error: { code: 'vault.master-key-missing', version } };
      const value = openEnvelope(key, context, wrapped);
      if (value === undefined) return { ok: false, error: { code: 'vault.key-does-not-unwrap', version } };
      return { ok: true, value };
    },
  };
}
