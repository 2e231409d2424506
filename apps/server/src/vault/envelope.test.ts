import { createDecipheriv, randomBytes } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { encodeContext } from './encode-context.ts';
import { ENVELOPE_BYTES, openEnvelope, sealEnvelope } from './envelope.ts';

const key = randomBytes(32);
const parts = fc.array(
  fc.string({ unit: 'binary' }).filter((part) => part.isWellFormed()),
  { maxLength: 6 },
);
const plain = fc.uint8Array({ maxLength: 300 });

describe('an envelope', () => {
  test('gives back any bytes in any context', () => {
    fc.assert(
      fc.property(plain, parts, (bytes, context) => {
        const sealed = sealEnvelope(key, encodeContext(context), bytes);
        expect(sealed.length).toBe(bytes.length + ENVELOPE_BYTES);
        expect(openEnvelope(key, encodeContext(context), sealed)).toEqual(Buffer.from(bytes));
      }),
    );
  });

  test('does not open when one bit of it is changed, wherever', () => {
    fc.assert(
      fc.property(plain, fc.nat(), fc.nat({ max: 7 }), (bytes, position, bit) => {
        const sealed = sealEnvelope(key, Buffer.alloc(0), bytes);
        const at = position % sealed.length;
        sealed.writeUInt8(sealed.readUInt8(at) ^ (1 << bit), at);
        expect(openEnvelope(key, Buffer.alloc(0), sealed)).toBeUndefined();
      }),
    );
  });

  test('does not open in another context', () => {
    fc.assert(
      fc.property(plain, parts, parts, (bytes, context, other) => {
        fc.pre(JSON.stringify(context) !== JSON.stringify(other));
        expect(
          openEnvelope(key, encodeContext(other), sealEnvelope(key, encodeContext(context), bytes)),
        ).toBeUndefined();
      }),
    );
  });

  test('does not open with another key, nor when it is cut or longer', () => {
    const sealed = sealEnvelope(key, Buffer.alloc(0), Buffer.from('Utopia'));
    expect(openEnvelope(randomBytes(32), Buffer.alloc(0), sealed)).toBeUndefined();
    for (let length = 0; length < sealed.length; length++) {
      expect(openEnvelope(key, Buffer.alloc(0), sealed.subarray(0, length))).toBeUndefined();
    }
    expect(openEnvelope(key, Buffer.alloc(0), Buffer.concat([sealed, Buffer.of(0)]))).toBeUndefined();
  });

  test('opens never for bytes that nobody sealed', () => {
    fc.assert(
      fc.property(
        fc.uint8Array({ maxLength: 100 }),
        (bytes) => openEnvelope(key, Buffer.alloc(0), bytes) === undefined,
      ),
    );
  });

  test('has another nonce each time', () => {
    const seals = Array.from({ length: 1000 }, () => sealEnvelope(key, Buffer.alloc(0), Buffer.alloc(0)));
    expect(new Set(seals.map((sealed) => sealed.subarray(1, 13).toString('hex'))).size).toBe(1000);
  });

  test('is laid out as it says: version, nonce, ciphertext, tag', () => {
    const sealed = sealEnvelope(key, Buffer.from('here'), Buffer.from('Utopia'));
    const decipher = createDecipheriv('aes-256-gcm', key, sealed.subarray(1, 13));
    decipher.setAAD(Buffer.concat([Buffer.of(1), Buffer.from('here')]));
    decipher.setAuthTag(sealed.subarray(-16));
    expect(sealed[0]).toBe(1);
    expect(Buffer.concat([decipher.update(sealed.subarray(13, -16)), decipher.final()]).toString()).toBe('Utopia');
  });
});

describe('a context', () => {
  test('is other bytes for other words, however they are cut', () => {
    fc.assert(
      fc.property(parts, parts, (one, other) => {
        fc.pre(JSON.stringify(one) !== JSON.stringify(other));
        expect(encodeContext(one).equals(encodeContext(other))).toBe(false);
      }),
    );
    expect(encodeContext(['ab', 'c']).equals(encodeContext(['a', 'bc']))).toBe(false);
    expect(encodeContext(['a', '']).equals(encodeContext(['a']))).toBe(false);
  });

  test('is well-formed, or a bug', () => {
    expect(() => encodeContext(['\ud800'])).toThrow(/well-formed/);
  });
});
