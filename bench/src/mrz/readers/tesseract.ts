import { execFile, spawnSync } from 'node:child_process';
import { promisify } from 'node:util';
import { zoneFromText } from '../zone-from-text.ts';
import type { ReaderKind } from '../zone-reader.ts';

const run = promisify(execFile);
/** A page of text is kilobytes. */
const MOST_BYTES = 10_000_000;

/** The command line of Tesseract with its English data, as its manual shows first; a process for each picture. */
export const TESSERACT: ReaderKind = {
  name: 'Tesseract',
  how: '`tesseract FILE stdout -l eng`, a process for each picture',
  missing: () => {
    const asked = spawnSync('tesseract', ['--list-langs'], { encoding: 'utf8' });
    return asked.status === 0 && /^eng$/m.test(asked.stdout) ? null : 'apt-get install tesseract-ocr';
  },
  open: async () => ({
    read: async (path) => {
      const { stdout } = await run('tesseract', [path, 'stdout', '-l', 'eng'], { maxBuffer: MOST_BYTES });
      return { lines: zoneFromText(stdout.split('\n')) };
    },
    close: async () => {},
  }),
};
