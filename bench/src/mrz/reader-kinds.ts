import { MRZ_DETECTION } from './readers/mrz-detection.ts';
import { PP_OCR } from './readers/pp-ocr.ts';
import { TESSERACT } from './readers/tesseract.ts';
import { TESSERACT_JS } from './readers/tesseract-js.ts';
import { VIDIMUS_ENGINE } from './readers/vidimus-engine.ts';
import { VIDIMUS_READER } from './readers/vidimus-reader.ts';
import type { ReaderKind } from './zone-reader.ts';

/** Our own ways to a zone. Another one is one more name here; the first is the one that the drawn photographs are about. */
export const OWN_READERS: readonly [ReaderKind, ...ReaderKind[]] = [VIDIMUS_READER, VIDIMUS_ENGINE];

/** Others, run where they are installed. None of them is a dependency of ours. */
export const PEERS: readonly ReaderKind[] = [MRZ_DETECTION, PP_OCR, TESSERACT_JS, TESSERACT];

export function readerNamed(name: string): ReaderKind {
  const kind = [...OWN_READERS, ...PEERS].find((each) => each.name === name);
  if (kind === undefined) throw new Error(`there is no reader "${name}"`);
  return kind;
}
