/** The certificate of the port, where Vidimus holds it itself. */
import { readFileSync } from 'node:fs';
import { createSecureContext } from 'node:tls';
import type { Result } from '@vidimus/engine/standards';

export type TlsFiles = { readonly keyFile: string; readonly certFile: string };
/** Both as PEM. */
export type TlsPair = { readonly key: string; readonly cert: string };

/** `observed`: what the system said of the file (`ENOENT`), or of the two together (`ERR_OSSL_X509_KEY_VALUES_MISMATCH`). */
export type TlsRefused = {
  readonly code: 'serve.tls-not-usable';
  readonly files: readonly string[];
  readonly observed: string;
};

/** Both as PEM, and belonging together. Read once: a certificate that is renewed is taken at the next start. */
export function readTls(source: TlsFiles | TlsPair): Result<TlsPair, TlsRefused> {
  if ('cert' in source) return { ok: true, value: source };
  const { keyFile, certFile } = source;
  try {
    const pair = { key: readFileSync(keyFile, 'utf8'), cert: readFileSync(certFile, 'utf8') };
    createSecureContext(pair);
    return { ok: true, value: pair };
  } catch (error) {
    if (!(error instanceof Error && 'code' in error)) throw error;
    const path = 'path' in error ? [String(error.path)] : [keyFile, certFile];
    return { ok: false, error: { code: 'serve.tls-not-usable', files: path, observed: String(error.code) } };
  }
}
