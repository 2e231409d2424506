import { deflateSync } from 'node:zlib';
import fc from 'fast-check';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { RgbImage } from '../photo/index.ts';
import { badFiles, draw, drawGoodFiles, fixture, type GoodFiles, pdf, png } from './bad-files.ts';
import { createNodePorts, type NodePorts } from './create-node-ports.ts';
import { type HeicTransform, withTransform } from './turn-heic.fixture.ts';

const good: GoodFiles = await drawGoodFiles();
const bad = badFiles(good);
/** Generous, for a machine that does ten other things. */
const OUTER_LIMIT_MS = 8000;

let ports: NodePorts;
beforeAll(async () => {
  ports = await createNodePorts({ decoders: 1 });
  await Promise.all([ports.decode(good.heic), ports.decode(good.pdf)]);
});
afterAll(() => ports.close());

async function outcome(bytes: Uint8Array): Promise<string> {
  const decoded = await ports.decode(bytes);
  return decoded.ok ? 'decodes' : decoded.error.why;
}

describe('bad files', () => {
  test('there are at least 150', () => expect(bad.length).toBeGreaterThanOrEqual(150));

  test.each(bad)('$name', { timeout: OUTER_LIMIT_MS }, async ({ bytes, expect: expected }) => {
    expect(expected).toContain(await outcome(bytes));
  });

  test('a refusal names what was observed, and the most that is taken where there is a most', async () => {
    const limited = ['too_large', 'too_many_pixels', 'page_too_large', 'too_slow'];
    for (const { name, bytes } of bad) {
      const decoded = await ports.decode(bytes);
      if (decoded.ok) continue;
      const { why, observed, limit } = decoded.error;
      expect(observed, name).not.toBe('');
      expect(limit !== undefined, name).toBe(limited.includes(why));
    }
  });

  test('an animated WebP is refused', async () => {
    const frames = await sharp(await draw().resize(96, 64).extend({ bottom: 64 }).raw().toBuffer(), {
      raw: { width: 96, height: 128, channels: 3, pageHeight: 64 },
    })
      .webp()
      .toBuffer();
    expect(await outcome(frames)).toBe('animated');
  });
});

function colourAt({ width, data }: RgbImage, x: number, y: number): string {
  const [r = 0, g = 0, b = 0] = data.subarray((y * width + x) * 3);
  return g > 150 ? 'pale' : r > b ? 'red' : 'blue';
}

describe('files that only look odd', () => {
  const red = (pixel: readonly number[]) => {
    const [r = 0, g = 255, b = 255] = pixel;
    return r > 150 && g < 120 && b < 120;
  };

  test.each([
    ['JPEG', () => draw().jpeg().toBuffer()],
    ['progressive JPEG', () => draw().jpeg({ progressive: true }).toBuffer()],
    ['CMYK JPEG', () => draw().toColourspace('cmyk').jpeg().toBuffer()],
    ['PNG of 16 bits', () => draw().toColourspace('rgb16').png().toBuffer()],
    ['PNG with a palette', () => draw().png({ palette: true, colours: 16 }).toBuffer()],
    ['interlaced PNG', () => draw().png({ progressive: true }).toBuffer()],
    ['lossless WebP', () => draw().webp({ lossless: true }).toBuffer()],
    ['JPEG with a profile', () => draw().withIccProfile('p3').jpeg().toBuffer()],
    ['HEIC', async () => fixture('picture.heic')],
    ['PDF', async () => pdf('[0 0 243 153]')],
  ])('%s decodes to its colours', async (_, make) => {
    const decoded = await ports.decode(await make());
    if (!decoded.ok) throw new Error(decoded.error.observed);
    const [picture] = decoded.value;
    expect(picture && red([...picture.image.data.subarray(0, 3)])).toBe(true);
  });

  test.each([
    ['grey JPEG', () => draw().greyscale().jpeg().toBuffer()],
    ['grey PNG of 16 bits', () => draw().toColourspace('grey16').png().toBuffer()],
    ['PNG of one bit', () => draw().greyscale().threshold(60).png({ palette: true, colours: 2 }).toBuffer()],
    ['grey PNG with alpha', () => draw().greyscale().ensureAlpha(0.5).png().toBuffer()],
  ])('%s decodes to three equal channels', async (_, make) => {
    const decoded = await ports.decode(await make());
    if (!decoded.ok) throw new Error(decoded.error.observed);
    const { data, width, height } = decoded.value[0]?.image ?? { data: [], width: 0, height: 0 };
    expect(data.length).toBe(width * height * 3);
    expect(data[1]).toBe(data[0]);
    expect(data[2]).toBe(data[0]);
  });

  test('transparency lies on white', async () => {
    const clear = await draw().ensureAlpha(0).png().toBuffer();
    const decoded = await ports.decode(clear);
    expect(decoded.ok && [...(decoded.value[0]?.image.data.subarray(0, 3) ?? [])]).toEqual([255, 255, 255]);
  });

  test.each([
    [1, 96, 64],
    [3, 96, 64],
    [6, 64, 96],
    [8, 64, 96],
  ])('EXIF orientation %i is applied', async (orientation, width, height) => {
    const decoded = await ports.decode(await draw().withMetadata({ orientation }).jpeg().toBuffer());
    expect(decoded.ok && decoded.value[0]?.image).toMatchObject({ width, height });
  });

  // Red on the left, blue on the right, a pale square top left; EXIF says that it is turned by 90 degrees.
  test.each<[string, readonly HeicTransform[], string]>([
    ['EXIF alone, which a HEIC does not go by', [], 'pale blue red blue'],
    ['irot a quarter, beside EXIF, as phones write it', [{ type: 'irot', value: 3 }], 'red pale blue blue'],
    ['irot a half', [{ type: 'irot', value: 2 }], 'blue red blue pale'],
    ['irot three quarters', [{ type: 'irot', value: 1 }], 'blue blue pale red'],
    ['imir left to right', [{ type: 'imir', value: 1 }], 'blue pale blue red'],
    [
      'irot a quarter, then imir',
      [
        { type: 'irot', value: 3 },
        { type: 'imir', value: 1 },
      ],
      'pale red blue blue',
    ],
  ])('HEIC orientation: %s', async (_, transforms, corners) => {
    const turned = transforms.reduce(withTransform, fixture('exif-turned.heic'));
    const decoded = await ports.decode(turned);
    if (!decoded.ok) throw new Error(decoded.error.observed);
    const image = decoded.value[0]?.image;
    if (!image) throw new Error('no picture');
    const lies = transforms.some(({ type, value }) => type === 'irot' && value % 2 === 1);
    expect([image.width, image.height]).toEqual(lies ? [64, 96] : [96, 64]);
    const [right, bottom] = [image.width - 5, image.height - 5];
    const seen = [
      colourAt(image, 4, 4),
      colourAt(image, right, 4),
      colourAt(image, 4, bottom),
      colourAt(image, right, bottom),
    ];
    expect(seen.join(' ')).toBe(corners);
  });

  test('a PDF gives its first four pages', async () => {
    const decoded = await ports.decode(pdf('[0 0 90 60]', 9));
    expect(decoded.ok && decoded.value.map(({ page }) => page)).toEqual([1, 2, 3, 4]);
  });
});

describe('a decoder that dies takes down nothing', () => {
  test('a file that needs too much memory is refused by the operating system, and the next one decodes', async () => {
    // 867 MB of pixels in a file of 35 KB, with the limit on pixels out of the way.
    const side = 17_000;
    const rows = Buffer.alloc(side * (1 + side / 8));
    const bomb = png(side, side, deflateSync(rows), 1);
    const unlimited = await createNodePorts({ decoders: 1, limits: { pixels: 4e8 } });
    try {
      const decoded = await unlimited.decode(bomb);
      expect(decoded.ok || decoded.error.why).toBe('too_much_memory');
      expect((await unlimited.decode(good.jpeg)).ok).toBe(true);
    } finally {
      await unlimited.close();
    }
  });

  test('a file that takes too long is stopped, and the next one decodes', async () => {
    const hasty = await createNodePorts({ decoders: 1, limits: { wallMs: 1 } });
    const patient = await createNodePorts({ decoders: 1 });
    try {
      const decoded = await hasty.decode(good.pdf);
      expect(decoded.ok || decoded.error.why).toBe('too_slow');
      expect((await patient.decode(good.jpeg)).ok).toBe(true);
    } finally {
      await Promise.all([hasty.close(), patient.close()]);
    }
  });

  test('an aborted file frees its decoder', async () => {
    const decoded = await ports.decode(good.pdf, AbortSignal.abort());
    expect(decoded.ok).toBe(false);
    expect((await ports.decode(good.jpeg)).ok).toBe(true);
  });
});

test('whatever happens to the bytes of a good file, there is an answer', { timeout: 60_000 }, async () => {
  const kinds = Object.values(good);
  const change = fc.record({ at: fc.double({ min: 0, max: 1, noNaN: true }), value: fc.nat(255) });
  const mutation = fc.tuple(fc.nat(kinds.length - 1), fc.array(change, { minLength: 1, maxLength: 20 }));
  await fc.assert(
    fc.asyncProperty(mutation, async ([kind, changes]) => {
      const bytes = Uint8Array.from(kinds[kind] ?? []);
      for (const { at, value } of changes) bytes[Math.floor(at * (bytes.length - 1))] = value;
      const decoded = await ports.decode(bytes);
      if (decoded.ok) {
        for (const { image } of decoded.value) expect(image.data.length).toBe(image.width * image.height * 3);
      } else expect(decoded.error.code).toBe('file.not-usable');
    }),
    { numRuns: 300 },
  );
});
