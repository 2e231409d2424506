import { dirname, join } from 'node:path';
import { z } from 'zod';
import { zoneFromText } from '../zone-from-text.ts';
import type { ReaderKind } from '../zone-reader.ts';
import { findPeer, loadPeer, missingPackages } from './peer-module.ts';

type Worker = {
  readonly recognize: (path: string) => Promise<unknown>;
  readonly terminate: () => Promise<unknown>;
};
type CreateWorker = (language: string, engineMode: number, options: object) => Promise<Worker>;
const moduleSchema = z.object({
  createWorker: z.custom<CreateWorker>((value) => typeof value === 'function'),
});
const pageSchema = z.object({ data: z.object({ text: z.string() }) });

const DATA_PACKAGE = '@tesseract.js-data/eng';
/** The data that tesseract.js fetches by default (`langPathDownload` of its worker script, LSTM alone). */
const DATA_FOLDER = '4.0.0_best_int';
const LSTM_ONLY = 1;

/** One worker for all pictures, and the text of `recognize`, as its README shows; its data comes from npm instead of a CDN. */
export const TESSERACT_JS: ReaderKind = {
  name: 'tesseract.js',
  how: "`createWorker('eng')` once, `worker.recognize(file)` for each picture, lines of `data.text`; English data of `@tesseract.js-data/eng`",
  missing: (peers) => missingPackages(peers, ['tesseract.js', DATA_PACKAGE]),
  open: async (peers) => {
    const { createWorker } = moduleSchema.parse(await loadPeer(peers, 'tesseract.js'));
    const langPath = join(dirname(findPeer(peers, DATA_PACKAGE) ?? ''), DATA_FOLDER);
    const worker = await createWorker('eng', LSTM_ONLY, { langPath, cacheMethod: 'none' });
    return {
      read: async (path) => {
        const { data } = pageSchema.parse(await worker.recognize(path));
        return { lines: zoneFromText(data.text.split('\n')) };
      },
      close: async () => void (await worker.terminate()),
    };
  },
};
