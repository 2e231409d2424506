import { randomBytes } from 'node:crypto';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { newKeyLines, newVersionLine, readKeyLines } from './key-lines.ts';
import { keysRefusedInWords } from './keys-refused.ts';

const key = () => randomBytes(32).toString('base64');
const [one, two, index] = [key(), key(), key()];
const read = (text: string) => readKeyLines(text, 'keys');

test('the lines of a new installation are good ones', () => {
  expect(read(newKeyLines(randomBytes))).toMatchObject({ ok: true, value: { wraps: 1 } });
});

test('the newest version wraps, in whatever order the lines stand', () => {
  expect(read(`10:${one}\nindex:${index}\n9:${two}`)).toEqual({
    ok: true,
    value: {
      versions: new Map([
        [10, Buffer.from(one, 'base64')],
        [9, Buffer.from(two, 'base64')],
      ]),
      wraps: 10,
      index: Buffer.from(index, 'base64'),
    },
  });
});

test('an older version wraps while the lines say so: every process learns the new key before one uses it', () => {
  expect(read(`1:${one}\nindex:${index}\n${newVersionLine(2, randomBytes)}wraps:1`)).toMatchObject({
    value: { wraps: 1 },
  });
});

test('commas separate lines in the environment; comments and empty lines are passed over', () => {
  const file = read(`# made in March\r\n\r\n1:${one}\r\n index:${index} \r\n`);
  expect(file.ok).toBe(true);
  expect(read(`1:${one},index:${index}`)).toEqual(file);
});

test.each([
  ['no master key', `index:${index}`, { code: 'vault.no-master-key', source: 'keys' }],
  ['no index key', `1:${one}`, { code: 'vault.no-index-key', source: 'keys' }],
  ['nothing', '', { code: 'vault.no-master-key', source: 'keys' }],
  ['a version twice', `1:${one}\n1:${two}\nindex:${index}`, { code: 'vault.duplicate-key', source: 'keys', name: '1' }],
  [
    'one key as two versions',
    `1:${one}\n2:${one}\nindex:${index}`,
    { code: 'vault.duplicate-key', source: 'keys', name: '2' },
  ],
  ['one key for both uses', `1:${one}\nindex:${one}`, { code: 'vault.duplicate-key', source: 'keys', name: 'index' }],
  [
    'two index keys',
    `1:${one}\nindex:${index}\nindex:${two}`,
    { code: 'vault.duplicate-key', source: 'keys', name: 'index' },
  ],
  [
    'a key too short',
    `1:${randomBytes(16).toString('base64')}\nindex:${index}`,
    { code: 'vault.weak-key', source: 'keys', name: '1', weakness: 'not-256-bits' },
  ],
  [
    'a weak index key',
    `1:${one}\nindex:${Buffer.alloc(32).toString('base64')}`,
    { code: 'vault.weak-key', source: 'keys', name: 'index', weakness: 'all-bytes-equal' },
  ],
  ['a password', 'correct horse', { code: 'vault.keys-unreadable', source: 'keys', line: 1 }],
  ['version 0', `1:${one}\n0:${two}`, { code: 'vault.keys-unreadable', source: 'keys', line: 2 }],
  ['base64 that is none', `1:${one.slice(0, -2)}!=`, { code: 'vault.keys-unreadable', source: 'keys', line: 1 }],
  ['wraps with a key', `wraps:${one}`, { code: 'vault.keys-unreadable', source: 'keys', line: 1 }],
  [
    'wraps with a version that is not there',
    `1:${one}\nindex:${index}\nwraps:2`,
    { code: 'vault.wrapping-version-missing', source: 'keys', version: 2 },
  ],
] as const)('%s is refused, with what is wrong', (_, text, error) => {
  expect(read(text)).toEqual({ ok: false, error });
});

test('a refusal says the way out, and no key', () => {
  const refused = read(`1:${Buffer.from('correct horse battery staple 123').toString('base64')}`);
  if (refused.ok) throw new Error('a password is no key');
  const words = keysRefusedInWords(refused.error);
  expect(words).toBe('The key "1" in keys is text, such as a password. Make good ones with: vidimus keys new');
});

test('any text gets an answer', () => {
  const line = fc.oneof(
    fc.string(),
    fc.string().map((value) => `1:${value}`),
    fc.base64String().map((value) => `index:${value}`),
  );
  fc.assert(fc.property(fc.array(line), (lines) => !read(lines.join('\n')).ok));
});
