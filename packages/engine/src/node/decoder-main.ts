/**
 * The decoder process: reads files from its standard input, writes pictures to descriptor 3, ends when its input ends.
 * It decodes what strangers sent, so it is started without secrets and within limits (decoder-process.ts).
 */
import { readSync } from 'node:fs';
import { flushCompileCache } from 'node:module';
import { Socket } from 'node:net';
import { setImmediate } from 'node:timers/promises';
import { encodeHeader, LENGTH_BYTES, MOST_HEADER_BYTES } from './decode-frame.ts';
import type { DecodeLimits } from './decode-limits.ts';
import { decodeMedia } from './decode-media.ts';
import type { DecodeReply } from './decode-reply.ts';
import { sniffMediaType } from './sniff-media-type.ts';

const INPUT = 0;
const OUTPUT = 3;
const BYTES_PER_MB = 1e6;

const limits: DecodeLimits = JSON.parse(process.argv[2] ?? '{}');
const output = new Socket({ fd: OUTPUT, readable: false, writable: true });

// Where a cache is kept, the next process starts in half the time: our own end is a signal, which would leave nothing in it.
flushCompileCache();

for (let bytes = readFile(); bytes; bytes = readFile()) {
  const pictures = await answer(bytes);
  await freeMemory([bytes, ...pictures]);
}
process.exit();

/** Sends every picture of the file; gives them, to be freed. */
async function answer(bytes: Uint8Array): Promise<readonly Uint8Array[]> {
  const sent: Uint8Array[] = [];
  const sniffed = sniffMediaType(bytes);
  if (sniffed.kind === 'accepted') {
    for await (const picture of decodeMedia(bytes, sniffed.mediaType, limits)) {
      if (!picture.ok) await send({ kind: 'refused', error: picture.error });
      else {
        const { image, mediaType, page } = picture.value;
        await send({ kind: 'picture', width: image.width, height: image.height, mediaType, page }, image.data);
        sent.push(image.data);
      }
    }
  }
  await send({ kind: 'end', residentMb: Math.round(process.memoryUsage.rss() / BYTES_PER_MB) });
  return sent;
}

function send(reply: DecodeReply, bytes?: Uint8Array): Promise<void> {
  return new Promise((resolve) => {
    const header = encodeHeader(reply);
    if (!bytes) output.write(header, () => resolve());
    else {
      output.write(header);
      output.write(bytes, () => resolve());
    }
  });
}

/** The next file, or null at the end of the input. */
function readFile(): Uint8Array | null {
  const headerBytes = readExactly(LENGTH_BYTES)?.readUInt32BE();
  if (headerBytes === undefined || headerBytes > MOST_HEADER_BYTES) return null;
  const header = readExactly(headerBytes);
  return header && readExactly(Number(JSON.parse(header.toString()).byteLength));
}

/**
 * All has been sent; without this the 36.6 MB of a picture would stay until the next one has taken as much again. The collector,
 * which costs a quarter of the decoding, is asked for what has a part of its memory alone, as pictures without their alpha.
 * Native memory is freed a turn of the event loop later, and the loop stands still while we wait for a file.
 */
async function freeMemory(all: readonly Uint8Array[]): Promise<void> {
  const isAllFreed = all.map(freeAtOnce).every((isFreed) => isFreed);
  for (let turn = 0; turn < 3; turn++) {
    if (!isAllFreed) globalThis.gc?.();
    await setImmediate();
  }
}

function freeAtOnce({ buffer, byteLength }: Uint8Array): boolean {
  if (!(buffer instanceof ArrayBuffer) || buffer.byteLength !== byteLength) return false;
  buffer.transfer(0);
  return true;
}

function readExactly(byteLength: number): Buffer | null {
  const bytes = Buffer.allocUnsafeSlow(byteLength);
  for (let at = 0; at < byteLength; ) {
    const read = readSync(INPUT, bytes, at, byteLength - at, null);
    if (read === 0) return null;
    at += read;
  }
  return bytes;
}
