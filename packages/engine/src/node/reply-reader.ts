import type { DecodedPicture, FileNotUsable } from '../ports.ts';
import type { Result } from '../standards/index.ts';
import { LENGTH_BYTES, MOST_HEADER_BYTES } from './decode-frame.ts';
import type { DecodeLimits } from './decode-limits.ts';
import { type DecodeReply, decodeReplySchema } from './decode-reply.ts';

const CHANNELS = 3;
/** Bytes of a picture whose memory is kept for the next: 16 megapixels. A photograph's costs 9,000 page faults to get anew. */
const MOST_KEPT = 16e6 * CHANNELS;

export type Answer = Result<readonly DecodedPicture[], FileNotUsable>;

/**
 * Puts the decoder's answer together, each byte written once into the memory where it stays. The process has touched a
 * stranger's file, so its words are checked: what does not fit, or goes beyond the limits, rejects the answer.
 */
export class ReplyReader {
  readonly #limits: DecodeLimits;
  #part: 'length' | 'header' | 'pixels' = 'length';
  #into: Uint8Array<ArrayBuffer> = new Uint8Array(LENGTH_BYTES);
  #filled = 0;
  #pictures: DecodedPicture[] = [];
  #refusal: FileNotUsable | undefined;
  #answer: PromiseWithResolvers<Answer> | undefined;
  #residentMb = 0;
  /** Of the last picture that was released. */
  #kept: ArrayBuffer | undefined;

  constructor(limits: DecodeLimits) {
    this.#limits = limits;
  }

  /** Whether the last answer came to its end. */
  get finished(): boolean {
    return this.#answer === undefined;
  }

  /** Of the decoder process after its last answer. */
  get residentMb(): number {
    return this.#residentMb;
  }

  /** Call before the file is sent. */
  readAnswer(): Promise<Answer> {
    this.#answer = Promise.withResolvers();
    return this.#answer.promise;
  }

  readonly room = (): Uint8Array => this.#into.subarray(this.#filled);

  readonly took = (byteLength: number): void => {
    this.#filled += byteLength;
    if (this.#filled < this.#into.length) return;
    try {
      this.#next();
    } catch (cause) {
      this.#answer?.reject(cause);
      this.#expect('length', LENGTH_BYTES);
    }
  };

  #next(): void {
    if (this.#part === 'length') {
      const headerBytes = Buffer.from(this.#into).readUInt32BE();
      if (headerBytes === 0 || headerBytes > MOST_HEADER_BYTES) throw new Error('the decoder process sent no header');
      this.#expect('header', headerBytes);
    } else if (this.#part === 'header') {
      const text = Buffer.from(this.#into).toString();
      this.#expect('length', LENGTH_BYTES);
      this.#obey(decodeReplySchema.parse(JSON.parse(text)));
    } else this.#expect('length', LENGTH_BYTES);
  }

  #expect(part: 'length' | 'header' | 'pixels', byteLength: number): void {
    this.#part = part;
    this.#filled = 0;
    this.#into = part === 'pixels' ? this.#takeRoom(byteLength) : allocate(byteLength);
  }

  #takeRoom(byteLength: number): Uint8Array<ArrayBuffer> {
    const kept = this.#kept;
    this.#kept = undefined;
    if (kept?.byteLength === byteLength) return new Uint8Array(kept);
    kept?.transfer(0);
    return allocate(byteLength);
  }

  #obey(reply: DecodeReply): void {
    if (reply.kind === 'picture') this.#startPicture(reply);
    else if (reply.kind === 'refused') this.#refusal = reply.error;
    else {
      const { pictures, refusal } = { pictures: this.#pictures, refusal: this.#refusal };
      const answer = this.#answer;
      this.#residentMb = reply.residentMb;
      this.#pictures = [];
      this.#refusal = undefined;
      this.#answer = undefined;
      answer?.resolve(refusal ? { ok: false, error: refusal } : { ok: true, value: pictures });
    }
  }

  #startPicture(reply: Extract<DecodeReply, { kind: 'picture' }>): void {
    const { width, height, mediaType, page } = reply;
    if (width * height > this.#limits.pixels || this.#pictures.length >= this.#limits.pages) {
      throw new Error('the decoder process sent a picture beyond its limits');
    }
    this.#expect('pixels', width * height * CHANNELS);
    const data = this.#into;
    const release = () => {
      // Moved, so that whoever still holds the picture finds it empty.
      this.#kept?.transfer(0);
      this.#kept = data.buffer.transfer(data.length <= MOST_KEPT ? data.length : 0);
    };
    this.#pictures.push({ image: { width, height, data }, mediaType, page, release });
  }
}

/** An allocation of its own, not zeroed and not from a shared pool: 36.6 MB for a photograph. */
function allocate(byteLength: number): Uint8Array<ArrayBuffer> {
  const { buffer, byteOffset } = Buffer.allocUnsafeSlow(byteLength);
  return new Uint8Array(buffer, byteOffset, byteLength);
}
