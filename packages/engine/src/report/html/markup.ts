import { html } from 'hono/html';

/** A piece of escaped markup. */
export type Markup = ReturnType<typeof html>;

/** Nothing, as markup. */
export const NOTHING = '';

/** A sign and a word: agreement and outcomes are never told by colour alone. */
export function tag(tone: 'good' | 'bad' | 'caution' | 'soft', sign: string, word: string): Markup {
  return html`<span class="tag ${tone}"><span aria-hidden="true">${sign}</span>${word}</span>`;
}

/** A code of ours or of a program, for staff: English, and left to right wherever it stands. */
export function code(text: string): Markup {
  return html`<bdi class="code" dir="ltr" lang="en">${text}</bdi>`;
}

/** Corner points as SVG writes them. */
export function pointsOf(corners: readonly (readonly [number, number])[]): string {
  return corners.map(([x, y]) => `${Math.round(x)},${Math.round(y)}`).join(' ');
}

/** A JPEG as an address that needs no request. */
export function jpegAddress(jpeg: Uint8Array): string {
  let binary = '';
  for (let start = 0; start < jpeg.length; start += CHUNK) {
    binary += String.fromCharCode(...jpeg.subarray(start, start + CHUNK));
  }
  return `data:image/jpeg;base64,${btoa(binary)}`;
}

/** As many arguments as every JavaScript engine takes in one call. */
const CHUNK = 8192;
