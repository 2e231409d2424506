import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { courierFileSchema, readCourierFile } from './courier-file.ts';

const folder = mkdtempSync(join(tmpdir(), 'vidimus-courier-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const file = (text: string) => {
  const path = join(folder, 'courier.json');
  writeFileSync(path, text);
  return path;
};

test('without a file there are no routes', () => {
  expect(readCourierFile(undefined)).toMatchObject({ ok: true, value: { routes: [] } });
});

test('the file that the documentation shows is understood', () => {
  const page = readFileSync(join(import.meta.dirname, '../../../../docs/operations/messages.md'), 'utf8');
  const example: unknown = JSON.parse(/```json\n([^`]*)```/.exec(page)?.[1] ?? '');
  expect(courierFileSchema.parse(example).routes.map(({ kind }) => kind)).toEqual(['smtp', 'smpp', 'http']);
});

test('and so is the one that says where bounces go', () => {
  const page = readFileSync(join(import.meta.dirname, '../../../../docs/operations/messages.md'), 'utf8');
  const examples = [...page.matchAll(/```json\n([^`]*)```/g)].map(([, text = '']): unknown => JSON.parse(text));
  const read = examples.map((example) => courierFileSchema.parse(example));
  expect(read.flatMap(({ bounces = [] }) => bounces)).toEqual([
    { domain: 'bounce.example.com', host: '0.0.0.0', port: 25 },
  ]);
});

test.each([
  ['{', '', 'JSON'],
  ['{"routes":[{"kind":"smtp","name":"mail","url":"http://x","from":"a@b.c"}]}', '/routes/0/url', 'URL'],
  ['{"routes":[{"kind":"smpp","name":"A B"}]}', '/routes/0/name', 'small letters'],
  [
    '{"routes":[{"kind":"http","name":"app","channel":"push","prefixes":["506"],"request":{"url":"https://x.example","format":"json","body":{}},"answer":{"id":"/id"}}]}',
    '/routes/0/prefixes',
    'only telephone numbers have prefixes',
  ],
  ['{"routes":[],"extra":1}', '', 'extra'],
])('%s is refused with its place', (text, pointer, expected) => {
  const read = readCourierFile(file(text));
  if (read.ok || read.error.code !== 'courier.file-not-understood') throw new Error('taken');
  const problem = read.error.problems.find((one) => one.pointer === pointer);
  expect(problem?.expected).toContain(expected);
});

test('a certificate that cannot be used is told at the start', () => {
  const tls = { key_file: join(folder, 'gone.pem'), cert_file: join(folder, 'gone.pem') };
  const read = readCourierFile(file(JSON.stringify({ routes: [], bounces: { domain: 'bounce.example.com', tls } })));
  if (read.ok || read.error.code !== 'courier.file-not-understood') throw new Error('taken');
  expect(read.error.problems).toMatchObject([{ pointer: '/bounces/tls', expected: expect.stringContaining('ENOENT') }]);
});

test('a value is never quoted: it may be a password', () => {
  const read = readCourierFile(file('{"routes":[{"kind":"smpp","name":"sms","password":"hunter2-is-too-long"}]}'));
  expect(JSON.stringify(read)).not.toContain('hunter2');
});

test('a file that is not there is named', () => {
  expect(readCourierFile(join(folder, 'none.json'))).toMatchObject({
    ok: false,
    error: { code: 'courier.file-not-readable', observed: 'ENOENT' },
  });
});
