import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readConfiguration } from './configuration.ts';

const S3 = {
  VIDIMUS_S3_BUCKET: 'photos',
  VIDIMUS_S3_ACCESS_KEY_ID: 'id',
  VIDIMUS_S3_SECRET_ACCESS_KEY: 'secret',
};
const POSTGRESQL = 'postgresql://vidimus:hunter2@db.internal/vidimus';

test('an empty environment is one process with everything, for this machine alone', () => {
  expect(readConfiguration({})).toMatchObject({
    ok: true,
    value: { role: 'all', address: { host: '127.0.0.1', port: 3000 } },
  });
});

test.each([
  [{ PORT: '8080', HOST: '::' }, { address: { host: '::', port: 8080 } }],
  [{ PORT: '' }, { address: { host: '127.0.0.1', port: 3000 } }],
  [{ VIDIMUS_PUBLIC_URL: 'https://verify.example.com/' }, { publicUrl: 'https://verify.example.com' }],
  [
    { VIDIMUS_ROLE: 'worker', DATABASE_URL: POSTGRESQL },
    { role: 'worker', address: undefined },
  ],
  [{ VIDIMUS_ROLE: 'worker', DATABASE_URL: POSTGRESQL, PORT: '9100' }, { address: { host: '127.0.0.1', port: 9100 } }],
  [{ VIDIMUS_READERS: '4' }, { readers: 4 }],
  [
    { VIDIMUS_TLS_KEY_FILE: '/k.pem', VIDIMUS_TLS_CERT_FILE: '/c.pem' },
    { tls: { keyFile: '/k.pem', certFile: '/c.pem' } },
  ],
  [S3, { s3: { bucket: 'photos', region: 'us-east-1', accessKeyId: 'id', secretAccessKey: 'secret' } }],
])('%o is understood', (environment, expected) => {
  expect(readConfiguration(environment)).toMatchObject({ ok: true, value: expected });
});

describe.each([
  [{ PORT: '3,000' }, 'PORT', 'a text of 5 characters', /from 0 to 65535/],
  [{ PORT: '70000' }, 'PORT', 'a number of 5 digits', /from 0 to 65535/],
  [{ VIDIMUS_ROLE: 'boss' }, 'VIDIMUS_ROLE', 'a text of 4 characters', /web, worker or all/],
  [{ VIDIMUS_ROLE: 'web' }, 'DATABASE_URL', 'not set', /the embedded database serves one process/],
  [{ DATABASE_URL: 'mysql://root:hunter2@db' }, 'DATABASE_URL', 'a text of 23 characters', /postgresql:/],
  [{ VIDIMUS_PUBLIC_URL: 'verify.example.com' }, 'VIDIMUS_PUBLIC_URL', 'a text of 18 characters', /https:/],
  [{ VIDIMUS_PUBLIC_URL: 'https://me:hunter2@a.b' }, 'VIDIMUS_PUBLIC_URL', 'a text of 22 characters', /https:/],
  [
    { VIDIMUS_S3_BUCKET: 'photos', VIDIMUS_S3_ACCESS_KEY_ID: 'id' },
    'VIDIMUS_S3_SECRET_ACCESS_KEY',
    'not set',
    /another/,
  ],
  [{ VIDIMUS_TLS_KEY_FILE: '/k.pem' }, 'VIDIMUS_TLS_CERT_FILE', 'not set', /the other of key and certificate/],
  [{ VIDIMUS_READERS: '0' }, 'VIDIMUS_READERS', 'a number of 1 digits', /from 1 to 64/],
])('%o', (environment, variable, observed, expected) => {
  test('is refused by name, kind and what was expected, and its value is not told', () => {
    const refused = readConfiguration(environment);
    if (refused.ok) throw new Error('it was understood');
    expect(refused.error.problems).toEqual([{ variable, observed, expected: expect.stringMatching(expected) }]);
    expect(JSON.stringify(refused.error)).not.toContain('hunter2');
  });
});

test('everything that is wrong is told at once', () => {
  const refused = readConfiguration({ PORT: 'x', VIDIMUS_READERS: 'y' });
  expect(refused.ok ? [] : refused.error.problems.map(({ variable }) => variable)).toEqual(['PORT', 'VIDIMUS_READERS']);
});

test('no value of any variable throws, or comes back in a refusal', () => {
  const variables = [
    'PORT',
    'HOST',
    'DATABASE_URL',
    'VIDIMUS_PUBLIC_URL',
    'VIDIMUS_S3_ENDPOINT',
    'VIDIMUS_ROLE',
  ] as const;
  fc.assert(
    fc.property(fc.constantFrom(...variables), fc.string(), (variable, value) => {
      const marked = `canary ${value}`;
      const read = readConfiguration({ [variable]: marked });
      expect(read.ok ? '' : JSON.stringify(read.error)).not.toContain('canary');
    }),
  );
});
