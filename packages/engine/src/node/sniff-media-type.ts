/** What the first bytes say a file is. The name's ending and a declared type are never asked. */
export type MediaType = 'image/jpeg' | 'image/png' | 'image/webp' | 'image/heic' | 'application/pdf';

export type Sniffed =
  | { readonly kind: 'accepted'; readonly mediaType: MediaType }
  /** Something that we can name, so that the person can be told what was sent. */
  | { readonly kind: 'known'; readonly name: string }
  | { readonly kind: 'unknown' };

/** ISO 32000-1 annex H note 13: readers accept `%PDF-` within the first 1,024 bytes; we ask for it sooner, since polyglots live there. */
const PDF_HEADER_WITHIN = 64;
const TEXT_PROBE_BYTES = 512;

/** Names a file by its magic bytes. */
export function sniffMediaType(bytes: Uint8Array): Sniffed {
  for (const { mediaType, at, magic } of ACCEPTED) {
    if (matches(bytes, at, magic) && (mediaType !== 'image/webp' || matches(bytes, 8, 'WEBP'))) {
      return { kind: 'accepted', mediaType };
    }
  }
  if (matches(bytes, 4, 'ftyp')) return sniffBoxes(bytes);
  if (indexOfText(bytes, '%PDF-', PDF_HEADER_WITHIN) >= 0) return { kind: 'accepted', mediaType: 'application/pdf' };
  for (const { name, at, magic } of KNOWN) if (matches(bytes, at, magic)) return { kind: 'known', name };
  return sniffText(bytes);
}

const ACCEPTED: readonly { readonly mediaType: MediaType; readonly at: number; readonly magic: string }[] = [
  { mediaType: 'image/jpeg', at: 0, magic: '\xff\xd8\xff' },
  { mediaType: 'image/png', at: 0, magic: '\x89PNG\r\n\x1a\n' },
  { mediaType: 'image/webp', at: 0, magic: 'RIFF' },
];

const KNOWN: readonly { readonly name: string; readonly at: number; readonly magic: string }[] = [
  { name: 'GIF', at: 0, magic: 'GIF8' },
  { name: 'TIFF', at: 0, magic: 'II*\0' },
  { name: 'TIFF', at: 0, magic: 'MM\0*' },
  { name: 'BMP', at: 0, magic: 'BM' },
  { name: 'JPEG XL', at: 0, magic: '\xff\x0a' },
  { name: 'JPEG XL', at: 0, magic: '\0\0\0\x0cJXL ' },
  { name: 'JPEG 2000', at: 0, magic: '\0\0\0\x0cjP  ' },
  { name: 'Photoshop', at: 0, magic: '8BPS' },
  { name: 'ZIP', at: 0, magic: 'PK\x03\x04' },
  { name: 'ZIP', at: 0, magic: 'PK\x05\x06' },
  { name: 'RAR', at: 0, magic: 'Rar!' },
  { name: '7-Zip', at: 0, magic: '7z\xbc\xaf' },
  { name: 'gzip', at: 0, magic: '\x1f\x8b' },
  { name: 'MP3', at: 0, magic: 'ID3' },
  { name: 'Matroska video', at: 0, magic: '\x1aE\xdf\xa3' },
  { name: 'Word or Excel 97', at: 0, magic: '\xd0\xcf\x11\xe0' },
  { name: 'program', at: 0, magic: '\x7fELF' },
  { name: 'program', at: 0, magic: 'MZ' },
  { name: 'RIFF', at: 0, magic: 'RIFF' },
];

/** Brands of ISO/IEC 23008-12 for HEVC pictures; `mif1` is decided by the compatible brands that follow. */
const HEIC_BRANDS = new Set(['heic', 'heix', 'heim', 'heis', 'hevc', 'hevx']);
const AVIF_BRANDS = new Set(['avif', 'avis']);
const BRAND_BYTES = 4;
const FIRST_BRAND = 8;
const FIRST_COMPATIBLE_BRAND = 16;
const MOST_BRANDS = 32;

function sniffBoxes(bytes: Uint8Array): Sniffed {
  const boxEnd = Math.min(uint32(bytes, 0), bytes.length, FIRST_COMPATIBLE_BRAND + MOST_BRANDS * BRAND_BYTES);
  const brands = [text(bytes, FIRST_BRAND, BRAND_BYTES)];
  for (let at = FIRST_COMPATIBLE_BRAND; at + BRAND_BYTES <= boxEnd; at += BRAND_BYTES) {
    brands.push(text(bytes, at, BRAND_BYTES));
  }
  if (AVIF_BRANDS.has(brands[0] ?? '')) return { kind: 'known', name: 'AVIF' };
  if (brands.some((brand) => HEIC_BRANDS.has(brand))) return { kind: 'accepted', mediaType: 'image/heic' };
  if (brands.some((brand) => AVIF_BRANDS.has(brand))) return { kind: 'known', name: 'AVIF' };
  if (brands[0] === 'crx ') return { kind: 'known', name: 'camera raw' };
  return { kind: 'known', name: 'video' };
}

function sniffText(bytes: Uint8Array): Sniffed {
  const start = text(bytes, 0, TEXT_PROBE_BYTES)
    .replace(/^\xef\xbb\xbf/, '')
    .trimStart()
    .toLowerCase();
  if (/^(<\?xml[^>]*>\s*)?(<!--.*?-->\s*)*(<!doctype svg[^>]*>\s*)?<svg/s.test(start))
    return { kind: 'known', name: 'SVG' };
  if (/^<!doctype html|^<html|^<head|^<body|^<script/.test(start)) return { kind: 'known', name: 'web page' };
  if (start.startsWith('<?xml')) return { kind: 'known', name: 'XML' };
  if (start.startsWith('{\\rtf')) return { kind: 'known', name: 'RTF' };
  return { kind: 'unknown' };
}

function matches(bytes: Uint8Array, at: number, magic: string): boolean {
  if (bytes.length < at + magic.length) return false;
  for (let i = 0; i < magic.length; i++) if (bytes[at + i] !== magic.charCodeAt(i)) return false;
  return true;
}

function indexOfText(bytes: Uint8Array, wanted: string, within: number): number {
  return text(bytes, 0, within + wanted.length).indexOf(wanted);
}

function text(bytes: Uint8Array, at: number, length: number): string {
  return String.fromCharCode(...bytes.subarray(at, at + length));
}

function uint32(bytes: Uint8Array, at: number): number {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return bytes.length < at + 4 ? 0 : view.getUint32(at);
}
