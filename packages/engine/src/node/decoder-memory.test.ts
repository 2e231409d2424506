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

test('a picture that is released is empty, and the next is put where it was', async () => {
  const bytes = await jpeg();
  const release = async () => {
    const decoded = await ports.decode(bytes);
    const [picture] = decoded.ok ? decoded.value : [];
    picture?.release?.();
    expect(picture?.image.data).toHaveLength(0);
  };
  await release();
  const before = process.memoryUsage().arrayBuffers;
  for (let n = 0; n < FILES; n++) await release();
  expect(process.memoryUsage().arrayBuffers).toBeLessThan(before + PICTURE_BYTES);
});
