import type { FileNotUsable } from '../../ports.ts';
import type { MrzNotRead, MrzReading } from '../document-reading.ts';

/** A photo, or a page of a PDF, and its zone; width and height in pixels of the upright picture. */
export type MrzPhoto = {
  /** `photo_1`, `photo_1_page_2` … in the order given. */
  readonly mediaId: string;
  readonly content:
    | { readonly kind: 'file_not_usable'; readonly error: FileNotUsable }
    | {
        readonly kind: 'read';
        readonly width: number;
        readonly height: number;
        readonly zone: MrzReading | MrzNotRead;
      };
};
