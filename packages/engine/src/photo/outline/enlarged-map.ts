import type { EnginePorts } from '../../ports.ts';
import type { RgbImage } from '../pixels.ts';
import { DOCUMENT, MAPS, outlineInput, PIXELS_PER_CELL } from './outline-maps.ts';

/** So large the network is shown the whole picture: a card that is a twelfth of it long is then as large as others are in a part of it. */
const LONG_EDGE = 1280;
/** A small picture is not enlarged more than this: there is nothing in it to see. */
const MOST_ENLARGED = 2;
/** Pixels to a cell of the network's coarsest layer. */
const COARSEST = 32;

/** What the outline network says about each of many cells of a whole picture. */
export type EnlargedMap = {
  /** Logits of a document, row by row. */
  readonly document: Float32Array;
  readonly columns: number;
  /** The picture's extent and where its corner lies, in cells; and cells per pixel of the picture that was given. */
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
  readonly cellsPerPixel: number;
};

/** Shows the whole picture at once, five times as long as the square that the network learnt: two thirds of the time of as many squares. */
export async function enlargedMap(image: RgbImage, infer: EnginePorts['infer']): Promise<EnlargedMap> {
  const scale = Math.min(MOST_ENLARGED, LONG_EDGE / Math.max(image.width, image.height));
  const whole = (length: number) => COARSEST * Math.ceil(Math.round(length * scale) / COARSEST);
  const canvas = { width: whole(image.width), height: whole(image.height) };
  const { tensor, place } = outlineInput(image, canvas);
  const [output] = Object.values(await infer('document-outline', tensor));
  const columns = canvas.width / PIXELS_PER_CELL;
  const cells = columns * (canvas.height / PIXELS_PER_CELL);
  if (output?.data.length !== cells * MAPS)
    throw new Error(`outline network gave ${output?.data.length ?? 'no'} values, expected ${cells * MAPS}`);
  return {
    document: output.data.slice(DOCUMENT * cells, (DOCUMENT + 1) * cells),
    columns,
    left: place.left / PIXELS_PER_CELL,
    top: place.top / PIXELS_PER_CELL,
    width: place.width / PIXELS_PER_CELL,
    height: place.height / PIXELS_PER_CELL,
    cellsPerPixel: place.scale / PIXELS_PER_CELL,
  };
}
