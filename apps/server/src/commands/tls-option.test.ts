import { X509Certificate } from 'node:crypto';
import { get } from 'node:https';
import { expect, test } from 'vitest';
import { listenHttp } from '../http-listener.ts';
import { readTlsOption, selfSignedPair } from './tls-option.ts';

test.each([
  [undefined, { ok: true, value: { kind: 'none' } }],
  ['self-signed', { ok: true, value: { kind: 'self-signed' } }],
  ['cert.pem,key.pem', { ok: true, value: { kind: 'files', certFile: 'cert.pem', keyFile: 'key.pem' } }],
  ['cert.pem', { ok: false, error: { code: 'serve.tls-option-not-understood' } }],
  ['a,b,c', { ok: false, error: { code: 'serve.tls-option-not-understood' } }],
  [',', { ok: false, error: { code: 'serve.tls-option-not-understood' } }],
])('--tls %s', (option, expected) => {
  expect(readTlsOption(option)).toEqual(expected);
});

test('a certificate that is made at the start is this machine’s own, no authority, and for a month', async () => {
  const pair = await selfSignedPair(new Date());
  const certificate = new X509Certificate(pair.cert);
  expect(certificate.checkHost('localhost')).toBe('localhost');
  expect(certificate.checkIP('127.0.0.1')).toBe('127.0.0.1');
  expect(certificate.checkHost('example.com')).toBeUndefined();
  expect(certificate.ca).toBe(false);
  const days = (certificate.validToDate.getTime() - Date.now()) / 86_400_000;
  expect(days).toBeGreaterThan(29);
  expect(days).toBeLessThan(31);
  const listening = await listenHttp(() => new Response('served'), { host: '127.0.0.1', port: 0, tls: pair });
  if (!listening.ok) throw new Error(listening.error.code);
  const { url, close } = listening.value;
  const served = new Promise<string>((resolve, reject) => {
    get(url, { ca: pair.cert }, (response) => {
      response.once('data', (chunk: Buffer) => resolve(chunk.toString()));
    }).once('error', reject);
  });
  expect(await served).toBe('served');
  await expect(fetch(url)).rejects.toThrow();
  await close(100);
});
