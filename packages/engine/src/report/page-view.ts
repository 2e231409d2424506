import type { FieldName, Witness } from '@vidimus/vocabulary';
import type { PhotoSubject } from '../checks/index.ts';
import {
  applyHomography,
  type Homography,
  invertHomography,
  type PhotoPoint,
  type Quad,
  type RgbImage,
} from '../photo/index.ts';

export type Corners = readonly (readonly [number, number])[];

/** A straightened page with what was found on it, in pixels of the page. */
export type PageView = {
  readonly mediaId: string;
  readonly photoToPage: Homography;
  readonly image: RgbImage;
  readonly lines: readonly Corners[];
  readonly fields: readonly {
    readonly field: FieldName;
    readonly witness: Witness;
    readonly corners: Corners;
  }[];
};

/** Corners in the photo, on the straightened page; null where they are another page's. */
export function onPage(
  { photoToPage, width, height }: Pick<PageView, 'photoToPage'> & { readonly width: number; readonly height: number },
  corners: Corners,
): Corners | null {
  const moved = corners.map(([x, y]): readonly [number, number] => {
    const point = applyHomography(photoToPage, x, y);
    return [point.x, point.y];
  });
  return moved.every(([x, y]) => x >= 0 && y >= 0 && x <= width && y <= height) ? moved : null;
}

/** Every page of every photo, ready to be drawn; the caller turns `image` into a JPEG. */
export function viewPages(photos: readonly PhotoSubject[]): readonly PageView[] {
  return photos.flatMap(({ mediaId, content }) => {
    if (content.kind !== 'located') return [];
    return content.pages.map(({ page, reading }) => {
      const toPage = invertHomography(page.pageToPhoto);
      const straight = (quad: Quad<PhotoPoint>): Corners =>
        quad.map((point): readonly [number, number] => {
          const { x, y } = applyHomography(toPage, point.x, point.y);
          return [x, y];
        });
      const readings = [
        ...('fields' in reading.mrz ? reading.mrz.fields : []),
        ...('fields' in reading.barcode ? reading.barcode.fields : []),
        ...reading.visualZone.fields,
      ];
      return {
        mediaId,
        photoToPage: toPage,
        image: page.image,
        lines: page.textLines.map(({ quad }) => quad.map(({ x, y }): readonly [number, number] => [x, y])),
        fields: readings.flatMap(({ field, witness, region }) =>
          region === undefined ? [] : [{ field, witness, corners: straight(region) }],
        ),
      };
    });
  });
}
