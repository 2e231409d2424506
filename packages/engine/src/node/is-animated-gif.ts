/** GIF89a §17–26: header and screen descriptor, then blocks of sub-blocks that are at most 255 bytes long. */
const SCREEN_FLAGS_AT = 10;
const HEADER_BYTES = 13;
const IMAGE = 0x2c;
const EXTENSION = 0x21;
const IMAGE_FLAGS_AT = 9;
const IMAGE_HEADER_BYTES = 10;
const EXTENSION_HEADER_BYTES = 2;
const COLOUR_BYTES = 3;
const HAS_TABLE = 0x80;
const TABLE_SIZE = 0x07;

/** Whether a GIF holds a second picture. Damaged files count as still. */
export function isAnimatedGif(bytes: Uint8Array): boolean {
  let at = HEADER_BYTES + tableBytes(bytes[SCREEN_FLAGS_AT] ?? 0);
  let pictures = 0;
  while (at < bytes.length) {
    if (bytes[at] === IMAGE) {
      pictures += 1;
      if (pictures > 1) return true;
      at += IMAGE_HEADER_BYTES + tableBytes(bytes[at + IMAGE_FLAGS_AT] ?? 0) + 1;
    } else if (bytes[at] === EXTENSION) at += EXTENSION_HEADER_BYTES;
    else return false;
    while (at < bytes.length && bytes[at] !== 0) at += (bytes[at] ?? 0) + 1;
    at += 1;
  }
  return false;
}

function tableBytes(flags: number): number {
  return flags & HAS_TABLE ? COLOUR_BYTES * 2 ** ((flags & TABLE_SIZE) + 1) : 0;
}
