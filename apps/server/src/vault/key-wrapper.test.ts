import { randomBytes } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { KeyWrapper } from './key-wrapper.ts';
import { createLocalKeyWrapper } from './local-key-wrapper.ts';

const one = randomBytes(32);
const two = randomBytes(32);

/** Every adapter of the port is held to this: a row for each. `open` gives one that knows these versions. */
const WRAPPERS: readonly [string, (versions: readonly (1 | 2)[], wraps: number) => KeyWrapper][] = [
  [
    'the ring of this process',
    (versions, wraps) =>
      createLocalKeyWrapper({
        versions: new Map(versions.map((version) => [version, version === 1 ? one : two])),
        wraps,
      }),
  ],
];

describe.each(WRAPPERS)('%s', (_, open) => {
  const context = Buffer.from('data-key of ver_1');

  test('unwraps what it wrapped, in the same context', async () => {
    const wrapper = open([1, 2], 2);
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ minLength: 32, maxLength: 32 }), fc.uint8Array(), async (key, bound) => {
        const wrapped = await wrapper.wrap(key, bound);
        expect(wrapped.version).toBe(wrapper.current);
        expect(await wrapper.unwrap(wrapped, bound)).toEqual({ ok: true, value: Buffer.from(key) });
      }),
    );
  });

  test('an old version unwraps as long as it is there', async () => {
    const key = randomBytes(32);
    const wrapped = await open([1], 1).wrap(key, context);
    expect(await open([1, 2], 2).unwrap(wrapped, context)).toEqual({ ok: true, value: key });
    expect(await open([2], 2).unwrap(wrapped, context)).toEqual({
      ok: false,
      error: { code: 'vault.master-key-missing', version: 1 },
    });
  });

  test.each([
    ['another context', { context: Buffer.from('data-key of ver_2') }],
    ['another version', { version: 2 }],
    ['changed bytes', { flip: true }],
  ])('does not unwrap with %s', async (_what, change: { context?: Buffer; version?: number; flip?: boolean }) => {
    const { version, wrapped } = await open([1, 2], 1).wrap(randomBytes(32), context);
    if (change.flip === true) wrapped.writeUInt8(wrapped.readUInt8(20) ^ 1, 20);
    const asked = { version: change.version ?? version, wrapped };
    expect(await open([1, 2], 1).unwrap(asked, change.context ?? context)).toMatchObject({
      ok: false,
      error: { code: 'vault.key-does-not-unwrap' },
    });
  });

  test('the wrapped key says nothing of the key', async () => {
    const key = randomBytes(32);
    const { wrapped } = await open([1], 1).wrap(key, context);
    expect(wrapped.includes(key.subarray(0, 8))).toBe(false);
  });
});
