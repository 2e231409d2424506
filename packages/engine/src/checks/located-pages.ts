import type { DocumentSide } from '@vidimus/vocabulary';
import type { Page } from '../photo/index.ts';
import { type BarcodeReading, type MrzReading, pagesOfDocument, type SideReading } from '../reading/index.ts';
import type { CheckSubject } from './check.ts';

/** A page with the photo it came from. */
export type LocatedPage = {
  readonly mediaId: string;
  readonly asked?: DocumentSide;
  readonly page: Page;
  readonly reading: SideReading;
};

/** The pages of the document in the order of the photos; other documents in a photo are left to `one-document-only`. */
export function locatedPages(subject: CheckSubject): readonly LocatedPage[] {
  return subject.photos.flatMap(({ mediaId, asked, content }) =>
    content.kind === 'located'
      ? pagesOfDocument(content.pages).map(({ page, reading }) => ({
          mediaId,
          ...(asked === undefined ? {} : { asked }),
          page,
          reading,
        }))
      : [],
  );
}

/** Why no check can look at a page, in words for `not_performed`; null where there is one. */
export function whyNoPage(subject: CheckSubject): string | null {
  if (locatedPages(subject).length > 0) return null;
  if (subject.photos.length === 0) return 'no photo was given';
  return subject.photos.some(({ content }) => content.kind === 'located')
    ? 'no document was found in the photo'
    : 'no file could be opened';
}

/** The zone of a page; null where none was read. */
export function mrzOf({ reading }: LocatedPage): MrzReading | null {
  return 'format' in reading.mrz ? reading.mrz : null;
}

/** The AAMVA bar code of a page; null where none was read, or another standard's. */
export function barcodeOf({ reading }: LocatedPage): BarcodeReading | null {
  return 'standard' in reading.barcode && reading.barcode.standard === 'AAMVA' ? reading.barcode : null;
}
