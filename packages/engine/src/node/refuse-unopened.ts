import type { DecodeLimits } from './decode-limits.ts';
import { refuse } from './decoded-media.ts';
import { isAnimatedGif } from './is-animated-gif.ts';
import { sniffMediaType } from './sniff-media-type.ts';

const BYTES_PER_MB = 1e6;

/** What can be said of a file without decoding it: empty, too large, or not of an accepted type. Null: try it. */
export function refuseUnopened(bytes: Uint8Array, limits: DecodeLimits) {
  if (bytes.length === 0) return refuse('empty', '0 bytes');
  if (bytes.length > limits.fileBytes) {
    const megabytes = bytes.length / BYTES_PER_MB;
    return refuse('too_large', `${megabytes.toFixed(1)} MB`, { value: limits.fileBytes / BYTES_PER_MB, unit: 'MB' });
  }
  const sniffed = sniffMediaType(bytes);
  if (sniffed.kind === 'accepted') return null;
  if (sniffed.kind === 'unknown') return refuse('not_an_image', 'no picture and no PDF');
  if (sniffed.name === 'GIF' && isAnimatedGif(bytes)) return refuse('animated', 'animated GIF');
  return refuse('type_not_accepted', sniffed.name);
}
