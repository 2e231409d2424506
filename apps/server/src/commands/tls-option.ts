/** `serve --tls`: a certificate and its key, or one made at this start for trying the camera in the local network. */
import { hostname } from 'node:os';
import type { Result } from '@vidimus/engine/standards';
import { generate } from 'selfsigned';
import { ownAddresses } from '../own-addresses.ts';
import type { TlsPair } from '../tls-files.ts';

/** What stands in for the certificate's file. */
export const SELF_SIGNED = 'self-signed';

export type TlsOptionRefused = { readonly code: 'serve.tls-option-not-understood' };

export type TlsOption =
  | { readonly kind: 'none' }
  | { readonly kind: 'self-signed' }
  | { readonly kind: 'files'; readonly certFile: string; readonly keyFile: string };

const DAY_MS = 24 * 60 * 60 * 1000;
/** Made anew at every start: it needs to live no longer than somebody tries. */
const VALID_MS = 30 * DAY_MS;
/** Clocks of telephones differ. */
const EARLIER_MS = DAY_MS;
/** RFC 5280 §4.2.1.6: a name, an address. */
const DNS_NAME = 2;
const IP_ADDRESS = 7;

/** `CERT,KEY`, or `self-signed`. */
export function readTlsOption(option: string | undefined): Result<TlsOption, TlsOptionRefused> {
  if (option === undefined) return { ok: true, value: { kind: 'none' } };
  if (option === SELF_SIGNED) return { ok: true, value: { kind: 'self-signed' } };
  const [certFile, keyFile, ...more] = option.split(',').map((word) => word.trim());
  if (!certFile || !keyFile || more.length > 0)
    return { ok: false, error: { code: 'serve.tls-option-not-understood' } };
  return { ok: true, value: { kind: 'files', certFile, keyFile } };
}

/** For this machine's names and addresses. Nobody vouches for it, and browsers say so. */
export async function selfSignedPair(now: Date): Promise<TlsPair> {
  const names = [...new Set(['localhost', hostname()])];
  const addresses = ['127.0.0.1', '::1', ...ownAddresses()];
  const { cert, private: key } = await generate([{ name: 'commonName', value: 'Vidimus, to try out' }], {
    keyType: 'ec',
    curve: 'P-256',
    algorithm: 'sha256',
    notBeforeDate: new Date(now.getTime() - EARLIER_MS),
    notAfterDate: new Date(now.getTime() + VALID_MS),
    extensions: [
      { name: 'basicConstraints', cA: false, critical: true },
      { name: 'keyUsage', digitalSignature: true, critical: true },
      { name: 'extKeyUsage', serverAuth: true },
      {
        name: 'subjectAltName',
        altNames: [
          ...names.map((value) => ({ type: DNS_NAME, value }) as const),
          ...addresses.map((ip) => ({ type: IP_ADDRESS, ip }) as const),
        ],
      },
    ],
  });
  return { cert, key };
}

/** What to expect, told at the start. */
export function selfSignedWords(port: number): string {
  const places = ownAddresses().map((address) => `  https://${address}:${port}\n`);
  const where = places.length === 0 ? '' : `From a phone in the same network:\n${places.join('')}`;
  return `${where}The certificate was made at this start, and nobody vouches for it: the browser will warn ("not private", "not secure").
Go on only here, where you know the server is yours. For anybody else use a certificate of your own: --tls CERT,KEY. curl needs -k.
`;
}
