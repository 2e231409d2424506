/**
 * The decoder process: reads files from its standard input, writes pictures to descriptor 3, ends when its input ends.
 * It decodes what strangers sent, so it is started without secrets and within limits (decoder-process.ts).
 */
import { readSync, writeSync } from 'node:fs';
import { type DecodeReply, encodeHeader, LENGTH_BYTES, MOST_HEADER_BYTES } from './decode-frame.ts';
import type { DecodeLimits } from './decode-limits.ts';
import { decodeMedia } from './decode-media.ts';
import { sniffMediaType } from './sniff-media-type.ts';

const INPUT = 0;
const OUTPUT = 3;
const BYTES_PER_MB = 1e6;

const limits: DecodeLimits = JSON.parse(process.argv[2] ?? '{}');

for (let bytes = readFile(); bytes; bytes = readFile()) {
  await answer(bytes);
}

async function answer(bytes: Uint8Array): Promise<void> {
  const sniffed = sniffMediaType(bytes);
  if (sniffed.kind === 'accepted') {
    for await (const picture of decodeMedia(bytes, sniffed.mediaType, limits)) {
      if (!picture.ok) send({ kind: 'refused', error: picture.error });
      else {
        const { image, mediaType, page } = picture.value;
        const { width, height, data } = image;
        send({ kind: 'picture', width, height, mediaType, page, byteLength: data.length }, data);
      }
    }
  }
  const residentMb = Math.round(process.memoryUsage.rss() / BYTES_PER_MB);
  send({ kind: 'end', residentMb });
}

function send(reply: DecodeReply, bytes?: Uint8Array): void {
  writeFully(encodeHeader(reply));
  if (bytes) writeFully(bytes);
}

/** The next file, or null at the end of the input. */
function readFile(): Uint8Array | null {
  const length = readExactly(LENGTH_BYTES);
  if (!length) return null;
  const headerBytes = length.readUInt32BE();
  if (headerBytes > MOST_HEADER_BYTES) return null;
  const header = readExactly(headerBytes);
  if (!header) return null;
  const { byteLength } = JSON.parse(header.toString());
  return readExactly(Number(byteLength));
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

function writeFully(bytes: Uint8Array): void {
  for (let at = 0; at < bytes.length; ) at += writeSync(OUTPUT, bytes, at, bytes.length - at);
}
