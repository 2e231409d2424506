import sharp from 'sharp';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createNodePorts, type NodePorts } from './create-node-ports.ts';

const SIZE = { width: 3000, height: 2000 };
const PICTURE_BYTES = SIZE.width * SIZE.height * 3;
const FILES = 30;

let ports: NodePorts;
beforeAll(async () => {
  ports = await createNodePorts({ decoders: 1 });
});
afterAll(() => ports.close());

const jpeg = async () =>
  new Uint8Array(
    await sharp({ create: { ...SIZE, channels: 3, background: 'teal' } })
      .jpeg()
      .toBuffer(),
  );

test('a decoder lets go of each picture once it was handed over', async () => {
  const bytes = await jpeg();
  for (let n = 0; n < FILES; n++) expect((await ports.decode(bytes)).ok).toBe(true);
  // The collector takes its time; what a waiting decoder holds on to, it never takes.
  expect(process.memoryUsage().arrayBuffers).toBeLessThan((FILES / 2) * PICTURE_BYTES);
});

test('a picture that is released gives its memory back at once', async () => {
  const decoded = await ports.decode(await jpeg());
  const [picture] = decoded.ok ? decoded.value : [];
  const before = process.memoryUsage().arrayBuffers;
  picture?.release?.();
  expect(process.memoryUsage().arrayBuffers).toBeLessThanOrEqual(before - PICTURE_BYTES);
  expect(picture?.image.data).toHaveLength(0);
});
