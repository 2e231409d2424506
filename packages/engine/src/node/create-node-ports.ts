import { availableParallelism } from 'node:os';
import type { ModelName } from '../models/index.ts';
import type { EnginePorts } from '../ports.ts';
import { decodeBarcodes, warmBarcodeReader } from './barcode-decoder.ts';
import { DECODE_LIMITS, type DecodeLimits } from './decode-limits.ts';
import { DecoderPool } from './decoder-pool.ts';
import { ModelSessions } from './model-sessions.ts';

export type NodePortOptions = {
  readonly limits?: Partial<DecodeLimits>;
  /** Decoder processes at most; each holds a photograph while it works. */
  readonly decoders?: number;
  /** Threads of one model run. */
  readonly threads?: number;
};

export type NodePorts = EnginePorts & {
  /** Ends the decoder processes and frees the models. */
  readonly close: () => Promise<void>;
};

/** Those that every photo of a document needs. */
const MODELS_IN_ORDER_OF_USE: readonly ModelName[] = [
  'document-outline',
  'text-detection',
  'line-direction',
  'mrz-line',
  'text-recognition',
];
const MOST_DECODERS = 2;
const MOST_THREADS = 2;

/** The world outside, for Node: decoder processes, ONNX sessions and the bar code reader, each started when first needed. */
export async function createNodePorts(options: NodePortOptions = {}): Promise<NodePorts> {
  const cores = availableParallelism();
  const pool = new DecoderPool(options.decoders ?? Math.min(MOST_DECODERS, cores), {
    ...DECODE_LIMITS,
    ...options.limits,
  });
  const sessions = new ModelSessions(options.threads ?? Math.min(MOST_THREADS, cores));
  warmBarcodeReader();
  await pool.warm();
  // While a decoder opens the first photo, this process opens the models.
  sessions.warm(MODELS_IN_ORDER_OF_USE);
  return {
    decode: (bytes, signal) => pool.decode(bytes, signal),
    infer: (model, input) => sessions.infer(model, input),
    decodeBarcodes,
    now: () => performance.now(),
    close: async () => {
      await Promise.all([pool.close(), sessions.close()]);
    },
  };
}
