/** How a HEIC says that its picture is turned or mirrored (ISO/IEC 23008-12 §6.5.10 and §6.5.12): `irot`, `imir`. */
export type HeicTransform = { readonly type: 'irot' | 'imir'; readonly value: number };

/** A still HEIC with one transform more on its first item: a property in `ipco`, its number in `ipma`, sizes and offsets moved. */
export function withTransform(heic: Uint8Array, { type, value }: HeicTransform): Uint8Array {
  const bytes = Buffer.from(heic);
  const meta = boxIn(bytes, 'meta', 0, bytes.length);
  const within = (name: string, parent: Box, skip = 0) => boxIn(bytes, name, parent.start + HEADER + skip, parent.end);
  const iprp = within('iprp', meta, FULL);
  const ipco = within('ipco', iprp);
  const ipma = within('ipma', iprp);
  const property = Buffer.concat([Buffer.from([0, 0, 0, HEADER + 1]), Buffer.from(type), Buffer.from([value])]);
  const count = ipma.start + HEADER + FULL + ENTRY_COUNT + ITEM_ID;
  const associations = bytes.readUInt8(count);
  const number = countBoxes(bytes, ipco) + 1;
  const grown = property.length + 1;

  bytes.writeUInt8(associations + 1, count);
  for (const [box, by] of [
    [ipco, property.length],
    [ipma, 1],
    [iprp, grown],
    [meta, grown],
  ] as const) {
    bytes.writeUInt32BE(box.end - box.start + by, box.start);
  }
  moveItems(bytes, within('iloc', meta, FULL), grown);
  const last = count + 1 + associations;
  return Buffer.concat([
    bytes.subarray(0, ipco.end),
    property,
    bytes.subarray(ipco.end, last),
    Buffer.from([ESSENTIAL | number]),
    bytes.subarray(last),
  ]);
}

type Box = { readonly start: number; readonly end: number };

/** Size and type; version and flags of a full box; counts and ids of the short forms that heif-enc writes. */
const HEADER = 8;
const FULL = 4;
const ENTRY_COUNT = 4;
const ITEM_ID = 2;
const ESSENTIAL = 0x80;

function boxIn(bytes: Buffer, name: string, from: number, to: number): Box {
  for (let start = from; start < to; start += bytes.readUInt32BE(start)) {
    if (bytes.toString('latin1', start + 4, start + HEADER) === name) {
      return { start, end: start + bytes.readUInt32BE(start) };
    }
  }
  throw new Error(`the HEIC has no ${name} box`);
}

function countBoxes(bytes: Buffer, { start, end }: Box): number {
  let count = 0;
  for (let at = start + HEADER; at < end; at += bytes.readUInt32BE(at)) count++;
  return count;
}

/** Version 0 with a base, offsets and lengths of four bytes: each item is its id, a data reference, its base, and its extents. */
function moveItems(bytes: Buffer, iloc: Box, by: number): void {
  const items = bytes.readUInt16BE(iloc.start + HEADER + FULL + LOCATION.sizes);
  let at = iloc.start + HEADER + FULL + LOCATION.sizes + 2;
  for (let i = 0; i < items; i++) {
    const base = at + ITEM_ID + 2;
    bytes.writeUInt32BE(bytes.readUInt32BE(base) + by, base);
    at = base + LOCATION.base + 2 + bytes.readUInt16BE(base + LOCATION.base) * LOCATION.extent;
  }
}

const LOCATION = { sizes: 2, base: 4, extent: 8 };
