import { availableParallelism } from 'node:os';
import type { ModelName } from '../models/index.ts';
import type { EnginePorts } from '../ports.ts';
import { decodeBarcodes, warmBarcodeReader } from './barcode-decoder.ts';
import { DECODE_LIMITS, type DecodeLimits } from './decode-limits.ts';
import { DecoderPool } from './decoder-pool.ts';
import { ModelThread } from './model-thread.ts';

export type NodePortOptions = {
  readonly limits?: Partial<DecodeLimits>;
  /** Decoder processes at most; each holds a photograph while it works. */
  readonly decoders?: number;
  /** Threads of one model run. */
  readonly threads?: number;
  /** What is loaded ahead of the first photo; anything else is loaded when it is first needed. */
  readonly ahead?: 'everything' | 'mrz';
};

export type NodePorts = EnginePorts & {
  /** Ends the decoder processes and frees the models. */
  readonly close: () => Promise<void>;
};

/** Those that find the zone in a photo and read it. */
const MODELS_OF_THE_ZONE: readonly ModelName[] = ['mrz-zone', 'mrz-line'];
/** Those that every photo of a document needs, in the order of their use. */
const MODELS_OF_A_PHOTO: readonly ModelName[] = [
  'document-outline',
  'outline-judge',
  'text-detection',
  'line-direction',
  'mrz-zone',
  'mrz-line',
  'print-line',
];
const MOST_DECODERS = 2;
const MOST_THREADS = 2;

/** The world outside, for Node: decoder processes, the models' thread and the bar code reader, each started when first needed. */
export async function createNodePorts(options: NodePortOptions = {}): Promise<NodePorts> {
  const cores = availableParallelism();
  const pool = new DecoderPool(options.decoders ?? Math.min(MOST_DECODERS, cores), {
    ...DECODE_LIMITS,
    ...options.limits,
  });
  const models = new ModelThread(options.threads ?? Math.min(MOST_THREADS, cores));
  // Decoder and models start at the same time, each in its own place.
  const isAllNeeded = options.ahead !== 'mrz';
  models.warm(isAllNeeded ? MODELS_OF_A_PHOTO : MODELS_OF_THE_ZONE);
  if (isAllNeeded) warmBarcodeReader();
  await pool.warm();
  return {
    decode: (bytes, signal) => pool.decode(bytes, signal),
    infer: (model, input) => models.infer(model, input),
    decodeBarcodes,
    now: () => performance.now(),
    close: async () => {
      await Promise.all([pool.close(), models.close()]);
    },
  };
}
