import { z } from 'zod';
import { zoneFromText } from '../zone-from-text.ts';
import type { ReaderKind } from '../zone-reader.ts';
import { loadPeer, missingPackages } from './peer-module.ts';

type Image = object;
const detectionSchema = z.object({
  getMrz: z.custom<(image: Image) => Image>((value) => typeof value === 'function'),
  readMrz: z.custom<(zone: Image) => Promise<unknown>>((value) => typeof value === 'function'),
});
const imageSchema = z.object({
  Image: z.custom<{ readonly load: (path: string) => Promise<Image> }>((value) => typeof value === 'function'),
});
const readSchema = z.object({ mrz: z.array(z.string()) });

/** npm's `mrz-detection` 0.4: `getMrz` crops the zone, `readMrz` reads it, as its run/getMrz.js and run/readMrz.js do. */
export const MRZ_DETECTION: ReaderKind = {
  name: 'mrz-detection',
  how: '`Image.load`, `getMrz`, `readMrz`, as the scripts in its repository do; an exception counts as nothing found',
  missing: (peers) => missingPackages(peers, ['mrz-detection', 'image-js']),
  open: async (peers) => {
    const { getMrz, readMrz } = detectionSchema.parse(await loadPeer(peers, 'mrz-detection'));
    const { Image } = imageSchema.parse(await loadPeer(peers, 'image-js'));
    return {
      read: async (path) => {
        const lines = await textOf(async () => readMrz(getMrz(await Image.load(path))));
        return { lines: zoneFromText(lines) };
      },
      close: async () => {},
    };
  },
};

/** It throws where it finds no zone, or cuts it beyond the picture's edge; both are answers, and not ours to mend. */
async function textOf(read: () => Promise<unknown>): Promise<readonly string[]> {
  const result = await read().then(
    (value) => readSchema.parse(value),
    (error: unknown) => {
      if (error instanceof z.ZodError) throw error;
      return { mrz: [] };
    },
  );
  return result.mrz;
}
