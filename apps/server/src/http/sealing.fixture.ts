/** Real sealing under one key, for tests of what is handed a vault. */
import { createCipheriv, createDecipheriv, createHmac, randomBytes } from 'node:crypto';
import type { SealContext, Vault } from '../vault/vault.ts';

const NONCE_BYTES = 12;
const TAG_BYTES = 16;

/** Forgets with the process. */
export function testSealing(): Pick<Vault, 'seal' | 'open' | 'blindIndex'> {
  const key = randomBytes(32);
  const bound = (context: SealContext) => Buffer.from(JSON.stringify(context));
  return {
    seal: async (_trx, context, plain) => {
      const nonce = randomBytes(NONCE_BYTES);
      const cipher = createCipheriv('aes-256-gcm', key, nonce).setAAD(bound(context));
      return Buffer.concat([nonce, cipher.update(plain), cipher.final(), cipher.getAuthTag()]);
    },
    open: async (_trx, context, sealed) => {
      const bytes = Buffer.from(sealed);
      const cipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(0, NONCE_BYTES)).setAAD(bound(context));
      cipher.setAuthTag(bytes.subarray(-TAG_BYTES));
      const plain = [cipher.update(bytes.subarray(NONCE_BYTES, -TAG_BYTES)), cipher.final()];
      return { ok: true, value: Buffer.concat(plain) };
    },
    blindIndex: (purpose, value) => createHmac('sha256', key).update(`${purpose}\0${value}`).digest(),
  };
}
