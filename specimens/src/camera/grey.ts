import { lumaOf, type Pixels } from './pixels.ts';

const known = new WeakMap<Pixels['data'], Pixels>();

/** A photocopy of a picture: no colour, lighter paper, blacker print. Made once per picture. */
export function greyPicture(picture: Pixels): Pixels {
  const kept = known.get(picture.data);
  if (kept !== undefined) return kept;
  const data = new Uint8ClampedArray(picture.data.length);
  for (let i = 0; i < data.length; i += 3) {
    const luma = lumaOf(picture.data[i] ?? 0, picture.data[i + 1] ?? 0, picture.data[i + 2] ?? 0);
    data.fill((luma - COPY_BLACK) * COPY_CONTRAST, i, i + 3);
  }
  const grey = { ...picture, data };
  known.set(picture.data, grey);
  return grey;
}

/** What copiers do to tones, by eye. */
const COPY_BLACK = 12;
const COPY_CONTRAST = 1.12;

/** Keeps `share` of the colour of a whole photograph, in place: 0 leaves greys only. */
export function fadeColour(photo: Pixels, share: number): void {
  const { data } = photo;
  for (let i = 0; i < data.length; i += 3) {
    const [r, g, b] = [data[i] ?? 0, data[i + 1] ?? 0, data[i + 2] ?? 0];
    const luma = lumaOf(r, g, b);
    data[i] = luma + (r - luma) * share;
    data[i + 1] = luma + (g - luma) * share;
    data[i + 2] = luma + (b - luma) * share;
  }
}
