import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { crc32, deflateSync } from 'node:zlib';
import sharp from 'sharp';
import type { FileNotUsable } from '../ports.ts';

/** A file for the tests of bad input, and what must become of it: `decodes`, or one of these refusals. */
export type BadFile = {
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly expect: readonly (FileNotUsable['why'] | 'decodes')[];
};

const WIDTH = 96;
const HEIGHT = 64;

/** The picture that all of them are made from: red with a blue corner. */
export function draw() {
  const data = Buffer.alloc(WIDTH * HEIGHT * 3);
  for (let y = 0, at = 0; y < HEIGHT; y++) {
    for (let x = 0; x < WIDTH; x++, at += 3)
      data.set(x > 60 && y > 40 ? [20, 20, 220] : [220, 20 + (x % 7), 20 + y], at);
  }
  return sharp(data, { raw: { width: WIDTH, height: HEIGHT, channels: 3 } });
}

export function fixture(name: string): Uint8Array {
  return readFileSync(fileURLToPath(new URL(`../../fixtures/bad-input/${name}`, import.meta.url)));
}

export type GoodFiles = Readonly<Record<'jpeg' | 'progressive' | 'png' | 'webp' | 'heic' | 'pdf', Uint8Array>>;

export async function drawGoodFiles(): Promise<GoodFiles> {
  return {
    jpeg: await draw().jpeg().toBuffer(),
    progressive: await draw().jpeg({ progressive: true }).toBuffer(),
    png: await draw().png().toBuffer(),
    webp: await draw().webp().toBuffer(),
    heic: fixture('picture.heic'),
    pdf: pdf('[0 0 243 153]'),
  };
}

/** Every family of bad files of the issue; truncations make the most of them. */
export function badFiles(good: GoodFiles): readonly BadFile[] {
  return [...truncated(good), ...huge(), ...mislabelled(good), ...pdfs(), ...noise()];
}

const TRUNCATIONS = [0.01, 0.03, 0.06, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 0.95, 0.98];

function truncated(good: GoodFiles): readonly BadFile[] {
  return Object.entries(good).flatMap(([kind, bytes]) => {
    const cuts = [...TRUNCATIONS.map((share) => Math.floor(bytes.length * share)), 1, 2, 3, 4, 8, 11, 12, 16, 20];
    return cuts.map((length): BadFile => {
      // A PDF without its table of contents can be put together again; a WebP or HEIC only lacks padding at its very end.
      const mayDecode = kind === 'pdf' || (kind === 'webp' && length > bytes.length - 2);
      const expect: BadFile['expect'] = [
        'damaged',
        'not_an_image',
        'type_not_accepted',
        ...(mayDecode ? (['decodes', 'no_pages'] as const) : []),
      ];
      const empty = length === 0;
      return {
        name: `${kind} cut after ${length} bytes`,
        bytes: bytes.subarray(0, length),
        expect: empty ? ['empty'] : expect,
      };
    });
  });
}

const HUGE = 30_000;
const LARGEST_JPEG = 65_500;

function huge(): readonly BadFile[] {
  const header = (name: string, bytes: Uint8Array): BadFile => ({
    name,
    bytes,
    expect: ['too_many_pixels', 'damaged'],
  });
  const bomb = deflateSync(Buffer.alloc(7_700 * 7_700), { level: 9 });
  return [
    header('PNG header of 30,000×30,000', png(HUGE, HUGE, deflateSync(Buffer.alloc(9)))),
    header('PNG that unpacks to gigabytes', png(HUGE, HUGE, bomb)),
    header('PNG of 2,147,483,647 pixels a side', png(2 ** 31 - 1, 2 ** 31 - 1, bomb)),
    header('PNG of no width', png(0, 10, bomb)),
    {
      name: 'PNG within the pixels whose data ends early',
      bytes: png(7_700, 7_700, bomb),
      expect: ['damaged', 'decodes'],
    },
    header('JPEG header of 30,000×30,000', jpegOf(HUGE, HUGE)),
    header('JPEG header of 65,500×65,500', jpegOf(LARGEST_JPEG, LARGEST_JPEG)),
    header('WebP header of 16,383×16,383', webpOf(16_383, 16_383)),
    { name: 'file of 26 MB', bytes: concat(jpegOf(10, 10), new Uint8Array(26e6)), expect: ['too_large'] },
  ];
}

function mislabelled(good: GoodFiles): readonly BadFile[] {
  const ascii = (text: string) => Buffer.from(text, 'latin1');
  const other = (name: string, bytes: Uint8Array): BadFile => ({ name, bytes, expect: ['type_not_accepted'] });
  const svg = '<svg xmlns="http://www.w3.org/2000/svg" width="10" height="10"><image href="file:///etc/passwd"/></svg>';
  return [
    { name: 'empty file', bytes: new Uint8Array(0), expect: ['empty'] },
    other('SVG', ascii(svg)),
    other('SVG with a prolog', ascii(`<?xml version="1.0"?>\n${svg}`)),
    other('SVG with a document type', ascii(`<?xml version="1.0"?><!DOCTYPE svg [<!ENTITY x "y">]>${svg}`)),
    other('SVG after a byte order mark', ascii(`\xef\xbb\xbf  ${svg}`)),
    other('web page', ascii('<!DOCTYPE html><html><script>alert(1)</script></html>')),
    other('web page without a document type', ascii('  <html><body>sign in</body></html>')),
    other('XML', ascii('<?xml version="1.0"?><rss></rss>')),
    other('ZIP', ascii(`PK\x03\x04${'x'.repeat(50)}`)),
    other('gzip', ascii(`\x1f\x8b\x08${'x'.repeat(50)}`)),
    other('program', ascii(`\x7fELF${'\0'.repeat(60)}`)),
    other('TIFF', ascii(`II*\0\x08\0\0\0${'\0'.repeat(30)}`)),
    other('BMP', ascii(`BM${'\0'.repeat(60)}`)),
    other('Photoshop', ascii(`8BPS\0\x01${'\0'.repeat(30)}`)),
    other('AVIF', ascii(`\0\0\0\x1cftypavif\0\0\0\0avifmif1miaf${'\0'.repeat(30)}`)),
    other('MP4 video', ascii(`\0\0\0\x18ftypisom\0\0\0\0isommp42${'\0'.repeat(30)}`)),
    other('JPEG XL', ascii(`\xff\x0a${'\0'.repeat(30)}`)),
    other('still GIF', gif(1)),
    other('WAV sound', ascii('RIFF\x24\0\0\0WAVEfmt ')),
    { name: 'animated GIF', bytes: gif(3), expect: ['animated'] },
    { name: 'animated PNG', bytes: animatedPng(good.png), expect: ['animated'] },
    { name: 'text', bytes: ascii('the quick brown fox'), expect: ['not_an_image'] },
    { name: 'JSON', bytes: ascii('{"image":"x"}'), expect: ['not_an_image'] },
    { name: 'a script', bytes: ascii('#!/bin/sh\nrm -rf x\n'), expect: ['not_an_image'] },
    {
      name: 'JPEG magic and then a web page',
      bytes: concat(ascii('\xff\xd8\xff\xe0'), ascii('<html>')),
      expect: ['damaged'],
    },
    { name: 'PNG magic and then nothing', bytes: ascii('\x89PNG\r\n\x1a\n'), expect: ['damaged'] },
    { name: 'PNG magic and then a JPEG', bytes: concat(ascii('\x89PNG\r\n\x1a\n'), good.jpeg), expect: ['damaged'] },
    {
      name: 'WebP container around a JPEG',
      bytes: concat(ascii('RIFF\xff\0\0\0WEBP'), good.jpeg),
      expect: ['damaged'],
    },
    {
      name: 'HEIC brand around a JPEG',
      bytes: concat(ascii('\0\0\0\x18ftypheic\0\0\0\0mif1heic'), good.jpeg),
      expect: ['damaged'],
    },
    {
      name: 'JPEG with a ZIP behind it',
      bytes: concat(good.jpeg, ascii(`PK\x03\x04${'x'.repeat(99)}`)),
      expect: ['decodes'],
    },
    {
      name: 'JPEG with a web page behind it',
      bytes: concat(good.jpeg, ascii('<script>alert(1)</script>')),
      expect: ['decodes'],
    },
    { name: 'PNG with a PDF behind it', bytes: concat(good.png, good.pdf), expect: ['decodes'] },
    {
      name: 'web page with a JPEG behind it',
      bytes: concat(ascii('<html>'), good.jpeg),
      expect: ['type_not_accepted'],
    },
    {
      name: 'PDF behind a line of a script',
      bytes: concat(ascii('#!/bin/sh\n'), good.pdf),
      expect: ['decodes', 'damaged'],
    },
    { name: 'still PNG', bytes: good.png, expect: ['decodes'] },
  ];
}

function pdfs(): readonly BadFile[] {
  return [
    { name: 'password-protected PDF', bytes: fixture('password.pdf'), expect: ['password_protected'] },
    { name: 'password-protected PDF of 40 bits', bytes: fixture('password-rc4.pdf'), expect: ['password_protected'] },
    { name: 'PDF with an owner password only', bytes: fixture('owner-password-only.pdf'), expect: ['decodes'] },
    { name: 'PDF without pages', bytes: pdf(null), expect: ['no_pages', 'damaged'] },
    { name: 'PDF page of 14,400 points', bytes: pdf('[0 0 14400 14400]'), expect: ['decodes'] },
    { name: 'PDF page of 200,000 points', bytes: pdf('[0 0 200000 200000]'), expect: ['page_too_large'] },
    { name: 'PDF page of no size', bytes: pdf('[0 0 0 0]'), expect: ['damaged', 'decodes'] },
    { name: 'PDF page turned inside out', bytes: pdf('[500 500 -10 -10]'), expect: ['decodes', 'damaged'] },
    { name: 'PDF page thin as a thread', bytes: pdf('[0 0 1 14000]'), expect: ['decodes', 'damaged'] },
    {
      name: 'PDF page that is not a number',
      bytes: pdf('[a b c d]'),
      expect: ['decodes', 'damaged'],
    },
    { name: 'PDF of 300 pages', bytes: pdf('[0 0 90 60]', 300), expect: ['decodes'] },
    { name: 'PDF whose pages are their own parent', bytes: loopingPdf(), expect: ['decodes', 'no_pages', 'damaged'] },
    { name: 'PDF header alone', bytes: Buffer.from('%PDF-1.7\n'), expect: ['damaged', 'no_pages'] },
  ];
}

const NOISE_FILES = 24;

function noise(): readonly BadFile[] {
  return Array.from({ length: NOISE_FILES }, (_, seed): BadFile => {
    const bytes = new Uint8Array(16 + seed * 97);
    let state = seed * 2_654_435_761 + 1;
    for (let i = 0; i < bytes.length; i++) {
      state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
      bytes[i] = state >>> 24;
    }
    return { name: `${bytes.length} random bytes`, bytes, expect: ['not_an_image'] };
  });
}

/** A grey PNG of any header and any data. */
export function png(width: number, height: number, data: Uint8Array, bits = 8): Uint8Array {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([bits, 0, 0, 0, 0], 8);
  return concat(
    Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'),
    chunk('IHDR', header),
    chunk('IDAT', data),
    chunk('IEND', Buffer.alloc(0)),
  );
}

function chunk(type: string, data: Uint8Array): Uint8Array {
  const body = concat(Buffer.from(type, 'latin1'), data);
  const [length, check] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(data.length);
  check.writeUInt32BE(crc32(body));
  return concat(length, body, check);
}

const IHDR_END = 33;

function animatedPng(still: Uint8Array): Uint8Array {
  return concat(
    still.subarray(0, IHDR_END),
    chunk('acTL', Buffer.from([0, 0, 0, 2, 0, 0, 0, 0])),
    still.subarray(IHDR_END),
  );
}

/** A baseline header with quantisation and Huffman tables left out: libjpeg tells the size before it misses them. */
function jpegOf(width: number, height: number): Uint8Array {
  const frame = [0xff, 0xc0, 0, 11, 8, height >> 8, height & 255, width >> 8, width & 255, 1, 1, 0x11, 0];
  return Uint8Array.from([0xff, 0xd8, ...frame, 0xff, 0xda, 0, 8, 1, 1, 0, 0, 63, 0, 0, 0xff, 0xd9]);
}

function webpOf(width: number, height: number): Uint8Array {
  const bytes = Buffer.alloc(60);
  bytes.write('RIFF', 0, 'latin1');
  bytes.writeUInt32LE(52, 4);
  bytes.write('WEBPVP8X', 8, 'latin1');
  bytes.writeUInt32LE(10, 16);
  bytes.writeUIntLE(width - 1, 24, 3);
  bytes.writeUIntLE(height - 1, 27, 3);
  bytes.write('VP8 ', 30, 'latin1');
  return bytes;
}

function gif(frames: number): Uint8Array {
  const header = Buffer.from('GIF89a\x01\0\x01\0\x80\0\0\0\0\0\xff\xff\xff', 'latin1');
  const frame = Buffer.from('\x21\xf9\x04\0\x0a\0\0\0,\0\0\0\0\x01\0\x01\0\0\x02\x02\x44\x01\0', 'latin1');
  return concat(header, ...Array.from({ length: frames }, () => frame), Buffer.from(';'));
}

/** A PDF with a cross-reference table. `box` null: no pages. */
export function pdf(box: string | null, pages = box === null ? 0 : 1): Uint8Array {
  const kids = Array.from({ length: pages }, (_, i) => `${i + 4} 0 R`).join(' ');
  const content = '0.8 0.1 0.1 rg 0 0 120 153 re f';
  return pdfOf([
    '<</Type/Catalog/Pages 2 0 R>>',
    `<</Type/Pages/Kids[${kids}]/Count ${pages}>>`,
    `<</Length ${content.length}>>stream\n${content}\nendstream`,
    ...Array.from({ length: pages }, () => `<</Type/Page/Parent 2 0 R/MediaBox${box}/Contents 3 0 R>>`),
  ]);
}

function loopingPdf(): Uint8Array {
  return pdfOf(['<</Type/Catalog/Pages 2 0 R>>', '<</Type/Pages/Kids[2 0 R 2 0 R]/Count 2/Parent 2 0 R>>']);
}

function pdfOf(objects: readonly string[]): Uint8Array {
  let text = '%PDF-1.4\n';
  const offsets = objects.map((object, i) => {
    const at = text.length;
    text += `${i + 1} 0 obj${object}endobj\n`;
    return `${String(at).padStart(10, '0')} 00000 n \n`;
  });
  const size = objects.length + 1;
  const table = `xref\n0 ${size}\n0000000000 65535 f \n${offsets.join('')}`;
  return Buffer.from(`${text}${table}trailer<</Root 1 0 R/Size ${size}>>\nstartxref\n${text.length}\n%%EOF`, 'latin1');
}

function concat(...parts: readonly Uint8Array[]): Uint8Array {
  return Buffer.concat(parts);
}
