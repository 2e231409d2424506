/** What lies at an outline, and whether it is a document: by its print, or, where none shows, by what the judge says. */
import { surenessOf } from './outline/documents-apart.ts';
import type { FoundOutline } from './outline/found-outline.ts';
import { READABLE_PX, type UnmeasuredPage } from './page.ts';
import { lengthOf } from './text/line-length.ts';

export type FoundPage = {
  readonly page: UnmeasuredPage;
  readonly isCut: boolean;
  /** Of its outline, 0–1; a scan's is the frame. */
  readonly sureness: number;
  /** What the judge gives the outline, 0–1; 0 where it was not asked. */
  readonly right: number;
};

/** No other document is looked for beside short lines in an outline this sure. */
export const SURE_OUTLINE = 0.92;
/** So many lines of some length are print, whatever the judge says. */
const FEWEST_LINES = 2;
/**
 * Pips and keys are less than this many times as long as high. Each of 342 drawn documents, sharp or blurred, has two lines and more that are longer, but
 * motion shortens the lines of others.
 */
const LINE_ASPECT = 2.5;
/**
 * What motion or distance leaves of a document's print counts where the judge gives its outline this much. To playing cards, calculators and parts of other things
 * it gave 0.75 at most where one line was long, and where lines were short 0.91 at most, but for one card with 0.996. What is given less may still be sure and not bare.
 */
const RIGHT_OF_PRINT = { oneLong: 0.8, short: 0.95 } as const;
/**
 * What is bare of print, sharper than this (blur over the height of capitals), large enough to be read and lit as the default
 * policy asks for is no document: a playing card. Of 665 drawn documents one without print was sharper (0.27); playing cards and snapshots in sure outlines measured 0.25 at most.
 */
const SHARP = 0.3;
const READABLE_LUMA = { least: 60, most: 225 } as const;
/**
 * Unless the judge gives its outline this much: motion along the lines takes the print and leaves edges sharp. To that document it gave 0.994,
 * to playing cards and snapshots without lines 0.979 at most.
 */
const RIGHT_THOUGH_BARE = 0.985;

/** What a straightened page is worth as evidence; a scan is the frame itself, whatever the outline is worth. */
export function foundPage(
  page: UnmeasuredPage,
  outline: FoundOutline,
  { isScan }: { readonly isScan: boolean },
): FoundPage {
  return {
    page,
    isCut: isCut(outline),
    sureness: isScan ? 1 : surenessOf(outline),
    right: outline.verdict?.right ?? 0,
  };
}

/** Whether lines show, two and more, be they print or keys or pips. */
export function hasLines({ page }: FoundPage): boolean {
  return page.textLines.length >= FEWEST_LINES;
}

/** Whether print shows that nothing but print looks like. */
export function hasLongPrint(found: FoundPage): boolean {
  return longLines(found) >= FEWEST_LINES;
}

/** Whether print shows that makes a document of an outline. */
export function isPrinted(found: FoundPage): boolean {
  if (hasLongPrint(found)) return true;
  const { oneLong, short } = RIGHT_OF_PRINT;
  return (longLines(found) > 0 && found.right >= oneLong) || (hasLines(found) && found.right >= short);
}

/** Whether no other document is looked for: there are lines of print, or short ones in a sure outline. */
export function isSurelyTheDocument(found: FoundPage): boolean {
  return hasLongPrint(found) || (hasLines(found) && found.sureness >= SURE_OUTLINE);
}

/** Of a page without print: whether print would show, were there any. A blur of 0 was not measured: nothing on the page has edges enough. */
export async function isBare({ page, right }: FoundPage): Promise<boolean> {
  if (right >= RIGHT_THOUGH_BARE) return false;
  const { blurToTextHeight: blur, meanLuma, widthPx, glare, covered } = await page.measureQuality();
  const isLit = meanLuma > READABLE_LUMA.least && meanLuma < READABLE_LUMA.most;
  const isSharp = blur > 0 && blur < SHARP && widthPx >= READABLE_PX;
  return isLit && isSharp && glare.length === 0 && covered.length === 0;
}

function longLines({ page }: FoundPage): number {
  return page.textLines.filter((line) => lengthOf(line) > LINE_ASPECT * line.heightPx).length;
}

/** The frame cuts it, and is not just its own end as in a scan. */
function isCut({ onFrame }: FoundOutline): boolean {
  return onFrame.some((framed) => framed) && !onFrame.every((framed) => framed);
}
