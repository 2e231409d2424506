/** Reads a body once, into one piece of memory, within bounds of size, time and what the process holds altogether. */
import type { Readable } from 'node:stream';
import type { Result } from '@vidimus/engine/standards';
import type { BodyBudget } from './body-budget.ts';
import { type Problem, problem } from './problem.ts';

export type BodySource = {
  /** `Content-Length`, where the request has one. */
  readonly declaredLength: string | undefined;
  /** Node's request, or the stream of a request that was made in this process; undefined without a body. */
  readonly stream: Readable | ReadableStream<Uint8Array> | undefined;
};

export type BodyBounds = {
  readonly maxBytes: number;
  /** For the whole body, in milliseconds. */
  readonly timeoutMs: number;
  readonly budget: BodyBudget;
};

/** The bytes; `release` gives their room back and is called once nobody needs them. */
export type ReadBody = { readonly bytes: Buffer; readonly release: () => void };

const RETRY_SECONDS = 5;
const KILOBYTE = 1024;
const MEGABYTE = KILOBYTE * KILOBYTE;

/**
 * Room is set aside before the first byte: what the request declares, or the most that may come. Problems:
 * `request.body-too-large` (by the declared length or on the way), `request.body-too-slow`, `server.busy`, and
 * `request.malformed` for a body that ends before its declared length.
 */
export async function readBody(source: BodySource, bounds: BodyBounds): Promise<Result<ReadBody, Problem>> {
  const { stream } = source;
  if (stream === undefined) return { ok: true, value: { bytes: Buffer.alloc(0), release: () => {} } };
  const declared = source.declaredLength === undefined ? undefined : Number(source.declaredLength);
  const room = declared ?? bounds.maxBytes;
  if (room > bounds.maxBytes) return { ok: false, error: tooLarge(bounds.maxBytes) };
  if (!bounds.budget.take(room)) {
    const detail = 'Too many uploads are on their way at once. Nothing of this one was stored; send it again.';
    return { ok: false, error: problem('server.busy', detail, { retryAfter: RETRY_SECONDS }) };
  }
  const read = await fill(stream, room, bounds);
  if (!read.ok) {
    bounds.budget.giveBack(room);
    return read;
  }
  return { ok: true, value: { bytes: read.value, release: () => bounds.budget.giveBack(room) } };
}

async function fill(
  stream: Readable | ReadableStream<Uint8Array>,
  room: number,
  bounds: BodyBounds,
): Promise<Result<Buffer, Problem>> {
  const bytes = Buffer.allocUnsafe(room);
  // Neither iterator may end the stream: the answer still has to go out on the same socket.
  const chunks: AsyncIterator<Uint8Array> =
    stream instanceof ReadableStream
      ? stream.values({ preventCancel: true })
      : stream.iterator({ destroyOnReturn: false });
  const deadline = Promise.withResolvers<'late'>();
  const timer = setTimeout(() => deadline.resolve('late'), bounds.timeoutMs);
  let length = 0;
  try {
    for (;;) {
      const next = await Promise.race([chunks.next(), deadline.promise]);
      if (next === 'late') return { ok: false, error: tooSlow(bounds.timeoutMs) };
      if (next.done === true) return { ok: true, value: bytes.subarray(0, length) };
      if (length + next.value.byteLength > room) return { ok: false, error: tooLarge(bounds.maxBytes) };
      bytes.set(next.value, length);
      length += next.value.byteLength;
    }
  } catch (error) {
    // The caller hung up; nobody reads this answer, the log does.
    if (error instanceof Error) return { ok: false, error: problem('request.malformed', 'The body ended too early.') };
    throw error;
  } finally {
    clearTimeout(timer);
  }
}

function tooLarge(maxBytes: number): Problem {
  return problem('request.body-too-large', `This route takes at most ${sizeInWords(maxBytes)}.`);
}

function sizeInWords(bytes: number): string {
  if (bytes % MEGABYTE === 0) return `${bytes / MEGABYTE} MB`;
  return bytes % KILOBYTE === 0 ? `${bytes / KILOBYTE} kB` : `${bytes} bytes`;
}

function tooSlow(timeoutMs: number): Problem {
  return problem('request.body-too-slow', `The whole body has to arrive within ${timeoutMs / 1000} seconds.`);
}
