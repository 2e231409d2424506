import { generateKeyPairSync } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { get } from 'node:https';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { listenHttp } from './http-listener.ts';
import { readTls } from './tls-files.ts';
import { LOOPBACK_CERTIFICATE, LOOPBACK_KEY } from './webhooks/loopback-certificate.fixture.ts';

let folder = '';
const at = (name: string) => join(folder, name);
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'vidimus-tls-'));
  writeFileSync(at('key.pem'), LOOPBACK_KEY);
  writeFileSync(at('cert.pem'), LOOPBACK_CERTIFICATE);
  const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  writeFileSync(at('other.pem'), privateKey.export({ type: 'pkcs8', format: 'pem' }));
  writeFileSync(at('text.pem'), 'no key');
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test('a key and its certificate serve https', async () => {
  const tls = readTls({ keyFile: at('key.pem'), certFile: at('cert.pem') });
  if (!tls.ok) throw new Error(tls.error.observed);
  const listening = await listenHttp(() => new Response('here'), { host: '127.0.0.1', port: 0, tls: tls.value });
  if (!listening.ok) throw new Error(listening.error.observed);
  expect(listening.value.url).toMatch(/^https:/);
  const status = await new Promise((resolve, reject) => {
    get(listening.value.url, { ca: LOOPBACK_CERTIFICATE, agent: false }, (answer) => {
      answer.resume();
      resolve(answer.statusCode);
    }).on('error', reject);
  });
  expect(status).toBe(200);
  await listening.value.close(0);
});

test.each([
  ['that is not there', 'gone.pem', ['gone.pem'], 'ENOENT'],
  ['of another certificate', 'other.pem', ['other.pem', 'cert.pem'], 'ERR_OSSL_X509_KEY_VALUES_MISMATCH'],
  ['that is none', 'text.pem', ['text.pem', 'cert.pem'], expect.stringMatching(/^ERR_OSSL/)],
])('a key %s is refused with the files', (_, name, files, observed) => {
  expect(readTls({ keyFile: at(name), certFile: at('cert.pem') })).toEqual({
    ok: false,
    error: { code: 'serve.tls-not-usable', files: files.map(at), observed },
  });
});
