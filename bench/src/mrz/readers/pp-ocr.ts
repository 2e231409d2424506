import { z } from 'zod';
import { zoneFromText } from '../zone-from-text.ts';
import type { ReaderKind } from '../zone-reader.ts';
import { loadPeer, missingPackages } from './peer-module.ts';

type Ocr = { readonly detect: (path: string) => Promise<unknown> };
const moduleSchema = z.object({
  default: z.custom<{ readonly create: () => Promise<Ocr> }>((value) => typeof value === 'function'),
});
const linesSchema = z.array(z.object({ text: z.string() }));

/** PP-OCRv4's detector and recogniser alone, as the package that carries them runs them. */
export const PP_OCR: ReaderKind = {
  name: 'PP-OCRv4',
  how: '`Ocr.create()`, `ocr.detect(file)` of `@gutenye/ocr-node`, as its README shows',
  missing: (peers) => missingPackages(peers, ['@gutenye/ocr-node']),
  open: async (peers) => {
    const { default: ocrClass } = moduleSchema.parse(await loadPeer(peers, '@gutenye/ocr-node'));
    const ocr = await ocrClass.create();
    return {
      read: async (path) => {
        const lines = linesSchema.parse(await ocr.detect(path));
        return { lines: zoneFromText(lines.map(({ text }) => text)) };
      },
      close: async () => {},
    };
  },
};
