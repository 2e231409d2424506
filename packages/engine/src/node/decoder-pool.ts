import type { DecodedPicture, FileNotUsable } from '../ports.ts';
import type { Result } from '../standards/index.ts';
import type { DecodeLimits } from './decode-limits.ts';
import { DecoderProcess } from './decoder-process.ts';
import { refuseUnopened } from './refuse-unopened.ts';

/** Decoder processes, started when first needed and kept warm; one that died is replaced by the next file that comes. */
export class DecoderPool {
  readonly #size: number;
  readonly #limits: DecodeLimits;
  readonly #idle: DecoderProcess[] = [];
  readonly #busy = new Set<DecoderProcess>();
  readonly #waiting: (() => void)[] = [];
  #running = 0;

  constructor(size: number, limits: DecodeLimits) {
    this.#size = size;
    this.#limits = limits;
  }

  async decode(bytes: Uint8Array, signal?: AbortSignal): Promise<Result<readonly DecodedPicture[], FileNotUsable>> {
    const refused = refuseUnopened(bytes, this.#limits);
    if (refused) return refused;
    await this.#turn();
    try {
      const decoder = await this.#take();
      this.#busy.add(decoder);
      const answer = await decoder.decode(bytes, signal);
      this.#busy.delete(decoder);
      if (decoder.usable) this.#idle.push(decoder);
      return answer;
    } finally {
      this.#running -= 1;
      this.#waiting.shift()?.();
    }
  }

  /** Starts a process ahead of the first file. */
  async warm(): Promise<void> {
    if (this.#idle.length + this.#running === 0) this.#idle.push(await DecoderProcess.start(this.#limits));
  }

  async close(): Promise<void> {
    await Promise.all([...this.#idle.splice(0), ...this.#busy].map((decoder) => decoder.close()));
  }

  async #turn(): Promise<void> {
    while (this.#running >= this.#size) await new Promise<void>((resolve) => this.#waiting.push(resolve));
    this.#running += 1;
  }

  async #take(): Promise<DecoderProcess> {
    let decoder = this.#idle.pop();
    while (decoder && !decoder.usable) decoder = this.#idle.pop();
    return decoder ?? (await DecoderProcess.start(this.#limits));
  }
}
