import type { Readable } from 'node:stream';
import type { DecodedPicture, FileNotUsable } from '../ports.ts';
import type { Result } from '../standards/index.ts';
import { type DecodeReply, decodeReplySchema, LENGTH_BYTES, MOST_HEADER_BYTES } from './decode-frame.ts';
import type { DecodeLimits } from './decode-limits.ts';

const CHANNELS = 3;

/**
 * Puts the decoder's answer together. The process has touched a stranger's file, so its words are checked: sizes that do
 * not fit one another, or more pages than were allowed, throw.
 */
export class ReplyReader {
  readonly #limits: DecodeLimits;
  #pictures: DecodedPicture[] = [];
  #refusal: FileNotUsable | undefined;
  #small = new Uint8Array(0);
  #pixels: Uint8Array | undefined;
  #filled = 0;
  #settle:
    | { resolve: (answer: Result<readonly DecodedPicture[], FileNotUsable>) => void; reject: (cause: unknown) => void }
    | undefined;
  residentMb = 0;

  constructor(output: Readable, limits: DecodeLimits) {
    this.#limits = limits;
    output.on('error', () => {});
    output.on('data', (chunk: Uint8Array) => {
      try {
        this.#take(chunk);
      } catch (cause) {
        this.#settle?.reject(cause);
      }
    });
  }

  /** Whether the last answer came to its end. */
  get finished(): boolean {
    return this.#settle === undefined;
  }

  readAnswer(): Promise<Result<readonly DecodedPicture[], FileNotUsable>> {
    this.#pictures = [];
    this.#refusal = undefined;
    return new Promise((resolve, reject) => {
      this.#settle = { resolve, reject };
    });
  }

  #take(chunk: Uint8Array): void {
    let rest = chunk;
    while (rest.length > 0) rest = this.#pixels ? this.#takePixels(this.#pixels, rest) : this.#takeHeader(rest);
  }

  #takePixels(pixels: Uint8Array, chunk: Uint8Array): Uint8Array {
    const part = chunk.subarray(0, pixels.length - this.#filled);
    pixels.set(part, this.#filled);
    this.#filled += part.length;
    if (this.#filled === pixels.length) this.#pixels = undefined;
    return chunk.subarray(part.length);
  }

  #takeHeader(chunk: Uint8Array): Uint8Array {
    const before = this.#small.length;
    const seen = Buffer.concat([this.#small, chunk.subarray(0, LENGTH_BYTES + MOST_HEADER_BYTES - before)]);
    const headerBytes = seen.length < LENGTH_BYTES ? 0 : seen.readUInt32BE();
    if (headerBytes > MOST_HEADER_BYTES) throw new Error('the decoder process sent no header');
    const end = LENGTH_BYTES + headerBytes;
    if (seen.length < LENGTH_BYTES || seen.length < end) {
      this.#small = seen;
      return chunk.subarray(seen.length - before);
    }
    this.#small = new Uint8Array(0);
    this.#obey(decodeReplySchema.parse(JSON.parse(seen.toString('utf8', LENGTH_BYTES, end))));
    return chunk.subarray(end - before);
  }

  #obey(reply: DecodeReply): void {
    if (reply.kind === 'picture') {
      const { width, height, mediaType, page, byteLength } = reply;
      const fits = width * height <= this.#limits.pixels;
      if (!fits || byteLength !== width * height * CHANNELS || this.#pictures.length >= this.#limits.pages) {
        throw new Error('the decoder process sent a picture beyond its limits');
      }
      // Its own allocation, not zeroed and not from a shared pool: 36 MB for a photograph.
      const data = Buffer.allocUnsafeSlow(byteLength);
      this.#pixels = new Uint8Array(data.buffer, data.byteOffset, byteLength);
      this.#filled = 0;
      this.#pictures.push({ image: { width, height, data: this.#pixels }, mediaType, page });
    } else if (reply.kind === 'refused') this.#refusal = reply.error;
    else {
      this.residentMb = reply.residentMb;
      const settle = this.#settle;
      this.#settle = undefined;
      const [pictures, refusal] = [this.#pictures, this.#refusal];
      this.#pictures = [];
      settle?.resolve(refusal ? { ok: false, error: refusal } : { ok: true, value: pictures });
    }
  }
}
