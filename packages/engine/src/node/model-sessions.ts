import { InferenceSession, Tensor as OnnxTensor } from 'onnxruntime-node';
import { MODELS, type ModelName } from '../models/index.ts';
import type { Tensor } from '../ports.ts';
import { modelPath } from './model-file.ts';

/** Model sessions, opened when first asked for and kept until closed. */
export class ModelSessions {
  readonly #threads: number;
  readonly #sessions = new Map<ModelName, Promise<InferenceSession>>();

  constructor(threads: number) {
    this.#threads = threads;
  }

  /** Runs a model with one input and gives every output by name. */
  async infer(model: ModelName, input: Tensor): Promise<Readonly<Record<string, Tensor>>> {
    const session = await this.#open(model);
    const [inputName] = session.inputNames;
    if (inputName === undefined) throw new Error(`model ${model} has no input`);
    const results = await session.run({ [inputName]: new OnnxTensor('float32', input.data, input.dims) });
    return Object.fromEntries(
      Object.entries(results).map(([name, { dims, data }]) => {
        if (!(data instanceof Float32Array)) throw new Error(`output ${name} of ${model} is not float32`);
        return [name, { dims, data }];
      }),
    );
  }

  /** Opens models ahead of the first photo; what fails will fail again, and be told, when it is asked for. */
  warm(models: readonly ModelName[]): void {
    for (const model of models) this.#open(model).catch(() => this.#sessions.delete(model));
  }

  async close(): Promise<void> {
    const sessions = await Promise.allSettled(this.#sessions.values());
    this.#sessions.clear();
    for (const session of sessions) if (session.status === 'fulfilled') await session.value.release();
  }

  #open(model: ModelName): Promise<InferenceSession> {
    let session = this.#sessions.get(model);
    if (!session) {
      session = InferenceSession.create(modelPath(MODELS[model].source), {
        intraOpNumThreads: this.#threads,
        interOpNumThreads: 1,
        // An arena keeps its high-water mark for ever; without it the same run takes as long.
        enableCpuMemArena: false,
        // Waiting threads that spin cost a third more CPU time, which the decoder and other photos need.
        extra: { session: { intra_op: { allow_spinning: '0' } } },
        logSeverityLevel: 3,
      });
      this.#sessions.set(model, session);
    }
    return session;
  }
}
