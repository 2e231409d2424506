import { type PageQuality, READABLE_PX } from '../photo/index.ts';
import type { SideReading } from './document-reading.ts';
import { recogniseKind } from './recognise-kind.ts';

/** A page as it was read, and how long it is in the photo. */
type SeenPage = {
  readonly page: { readonly quality: Pick<PageQuality, 'widthPx'> };
  readonly reading: SideReading;
};

/** A few words that were read are more than a card from a pack, or a pattern of the table, has. */
const FEWEST_LINES = 3;

/**
 * Of the pages in one photo those that may be a document. Sheets of paper have the outline of one: beside a page that says something of
 * a document, or has lines on it where none does, one that is too small to be read, and says nothing, is not taken for a second. Alone, it
 * is what the photo is of.
 */
export function leaveOutSheets<P extends SeenPage>(pages: readonly P[]): readonly P[] {
  const isSpeaking = [saysAnything, hasLines].find((speaks) => pages.some(speaks));
  if (isSpeaking === undefined) return pages;
  return pages.filter((each) => isSpeaking(each) || each.page.quality.widthPx >= READABLE_PX);
}

/** A zone, a bar code, a title, or a field behind its label. */
function saysAnything({ reading }: SeenPage): boolean {
  return recogniseKind([reading]).score > 0;
}

function hasLines({ reading }: SeenPage): boolean {
  return reading.visualZone.lines.length >= FEWEST_LINES;
}
