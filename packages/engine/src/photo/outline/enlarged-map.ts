import type { EnginePorts } from '../../ports.ts';
import type { RgbImage } from '../pixels.ts';
import { outlineInput } from './outline-maps.ts';

/** So large the network is shown the whole picture: a card that is a twelfth of it long is then as large as others are in a part of it. */
const LONG_EDGE = 1280;
/** Pixels to a cell of the network's coarsest layer, and of its maps. */
const COARSEST = 32;
const CELL = 2;

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
  const scale = LONG_EDGE / Math.max(image.width, image.height);
  const whole = (length: number) => COARSEST * Math.ceil((length * scale) / COARSEST);
  const canvas = { width: whole(image.width), height: whole(image.height) };
  const { tensor, place } = outlineInput(image, canvas);
  const [output] = Object.values(await infer('document-outline', tensor));
  const columns = canvas.width / CELL;
  const cells = columns * (canvas.height / CELL);
  if (output === undefined || output.data.length < cells) throw new Error('outline network gave no map of the canvas');
  return {
    document: output.data.subarray(0, cells),
    columns,
    left: place.left / CELL,
    top: place.top / CELL,
    width: place.width / CELL,
    height: place.height / CELL,
    cellsPerPixel: place.scale / CELL,
  };
}
