import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { PREVIEW, somePhoto } from './verification-desk.fixture.ts';
import { whyNoPicture } from './why-no-picture.ts';

const box = (brand: string) => Buffer.concat([Buffer.from([0, 0, 0, 16]), Buffer.from(`ftyp${brand}\0\0\0\0`)]);

test.each<readonly [string, Uint8Array]>([
  ['a JPEG', PREVIEW],
  ['what begins as a JPEG', somePhoto(9)],
  ['a PNG', Buffer.from('\x89PNG\r\n\x1a\n', 'latin1')],
  ['a WebP', Buffer.from('RIFF\0\0\0\0WEBP', 'latin1')],
  ['a HEIC', box('heic')],
  ['a PDF', Buffer.from('%PDF-1.7\n')],
])('%s is taken', (_, bytes) => {
  expect(whyNoPicture(bytes)).toBeUndefined();
});

test.each<readonly [string, Uint8Array, RegExp]>([
  ['an empty body', Buffer.alloc(0), /^nothing$/],
  ['a text', Buffer.from('{"document":true}'), /none of these/],
  ['a program', readFileSync(process.execPath).subarray(0, 99), /kind/],
  ['a GIF', Buffer.from('GIF89a'), /GIF/],
  ['an AVIF', box('avif'), /AVIF/],
])('%s is told apart', (_, bytes, observed) => {
  expect(whyNoPicture(bytes)).toEqual({ code: 'media.not-a-picture', observed: expect.stringMatching(observed) });
});

test('whatever bytes come, it answers', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 600 }), (bytes) => {
      expect([undefined, 'media.not-a-picture']).toContain(whyNoPicture(bytes)?.code);
    }),
  );
});
