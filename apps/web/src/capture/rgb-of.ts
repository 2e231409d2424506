type Rgba = { readonly width: number; readonly height: number; readonly data: Uint8ClampedArray };
type Rgb = { readonly width: number; readonly height: number; readonly data: Uint8Array };

/** A canvas's pixels as the engine takes them: three bytes each, without the fourth. */
export function rgbOf({ width, height, data: source }: Rgba): Rgb {
  const data = new Uint8Array(width * height * 3);
  for (let i = 0, s = 0; i < data.length; i += 3, s += 4) {
    data[i] = source[s] ?? 0;
    data[i + 1] = source[s + 1] ?? 0;
    data[i + 2] = source[s + 2] ?? 0;
  }
  return { width, height, data };
}
