/** Where a photograph is looked at: how near, and how far its middle lies from the middle of the frame, in pixels of the screen. */
export type PhotoLook = { readonly scale: number; readonly x: number; readonly y: number };

/** Of the frame, and of the photograph in it before it is brought nearer. */
export type Sizes = {
  readonly frame: { readonly width: number; readonly height: number };
  readonly photo: { readonly width: number; readonly height: number };
};

export type PixelPoint = readonly [number, number];

export const WHOLE: PhotoLook = { scale: 1, x: 0, y: 0 };
const NEAREST = 12;
/** Of the frame that a place fills when it is gone to. */
const FILL = 0.55;
/** A place alone says little: it is not brought nearer than this. */
const NEAREST_PLACE = 5;

/** Nearer or farther, while the point under the pointer (from the middle of the frame) stays where it is. */
export function zoomAt(look: PhotoLook, factor: number, [px, py]: PixelPoint, sizes: Sizes): PhotoLook {
  const scale = clamp(look.scale * factor, 1, NEAREST);
  const ratio = scale / look.scale;
  return keepIn({ scale, x: px - (px - look.x) * ratio, y: py - (py - look.y) * ratio }, sizes);
}

export function moveBy(look: PhotoLook, [dx, dy]: PixelPoint, sizes: Sizes): PhotoLook {
  return keepIn({ ...look, x: look.x + dx, y: look.y + dy }, sizes);
}

/** To a place, given by its corners as shares (0–1) of the photograph's width and height. */
export function lookAt(corners: readonly PixelPoint[], sizes: Sizes): PhotoLook {
  const { frame, photo } = sizes;
  const xs = corners.map(([x]) => x * photo.width);
  const ys = corners.map(([, y]) => y * photo.height);
  const [left, right, top, bottom] = [Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)];
  const fits = Math.min(
    (frame.width * FILL) / Math.max(right - left, 1),
    (frame.height * FILL) / Math.max(bottom - top, 1),
  );
  const scale = clamp(fits, 1, NEAREST_PLACE);
  const x = -((left + right) / 2 - photo.width / 2) * scale;
  const y = -((top + bottom) / 2 - photo.height / 2) * scale;
  return keepIn({ scale, x, y }, sizes);
}

/** The photograph never leaves its frame: what is larger fills it, what is smaller stays in the middle. */
function keepIn({ scale, x, y }: PhotoLook, { frame, photo }: Sizes): PhotoLook {
  const roomX = Math.max(0, (photo.width * scale - frame.width) / 2);
  const roomY = Math.max(0, (photo.height * scale - frame.height) / 2);
  return { scale, x: roomX === 0 ? 0 : clamp(x, -roomX, roomX), y: roomY === 0 ? 0 : clamp(y, -roomY, roomY) };
}

function clamp(value: number, least: number, most: number): number {
  return Math.min(Math.max(value, least), most);
}
