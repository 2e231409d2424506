import type { FieldName } from '@vidimus/vocabulary';
import type { PageQuality } from '../photo/index.ts';
import type { MrzFormat } from '../standards/index.ts';
import type { FieldReading, SideReading } from './document-reading.ts';

/** A page as it was read, and what the frame cuts of it. */
type SeenPage = {
  readonly page: { readonly quality: Pick<PageQuality, 'cutOffEdges'> };
  readonly reading: SideReading;
};

/** Data elements that both sides of a card print, and that are another person's on another card. */
const TELLING: readonly FieldName[] = ['document_number', 'birth_date', 'expiry_date', 'primary_identifier'];
/** Zones of documents that have two sides (ICAO Doc 9303-5, -6). */
const OF_CARDS: readonly MrzFormat[] = ['TD1', 'TD2'];

/**
 * Of the pages in one photo those of the document that the photo is of: the first, and its other side
 * where front and back lie beside one another. What else lies there is another document, and nothing on it is judged.
 */
export function pagesOfDocument<P extends SeenPage>(pages: readonly P[]): readonly P[] {
  const [first, second, ...others] = pages;
  if (first === undefined || second === undefined || others.length > 0) return pages.slice(0, 1);
  return areBothSides(first, second) ? [first, second] : [first];
}

/**
 * No card shows both its sides at once: it is a copy that has them side by side, and has them whole. What the frame cuts beside
 * a whole page got there by chance, unless it says the same of the holder.
 */
function areBothSides(first: SeenPage, second: SeenPage): boolean {
  const [one, other] = [first.reading, second.reading];
  const sides = new Set([one.side, other.side]);
  if (!sides.has('front') || !sides.has('back') || haveOtherZones(one, other)) return false;
  const agreements = compareTelling(one, other);
  if (agreements.includes(false)) return false;
  const isOneCut = [first, second].some(({ page }) => page.quality.cutOffEdges.length > 0);
  return !isOneCut || agreements.includes(true);
}

/** A document has one zone; passports and visas have it on the only page they are known by (ICAO Doc 9303-4, -7). */
function haveOtherZones(...readings: readonly SideReading[]): boolean {
  const zones = readings.flatMap(({ mrz }) => ('format' in mrz ? [mrz.format] : []));
  return zones.length > 1 || zones.some((format) => !OF_CARDS.includes(format));
}

/** Of each telling data element that both give: whether some value is the same. */
function compareTelling(one: SideReading, other: SideReading): readonly boolean[] {
  return TELLING.flatMap((field) => {
    const [here, there] = [valuesOf(one, field), valuesOf(other, field)];
    return here.length > 0 && there.length > 0 ? [here.some((value) => there.includes(value))] : [];
  });
}

function valuesOf({ mrz, barcode, visualZone }: SideReading, field: FieldName): readonly string[] {
  const read: readonly FieldReading[] = [
    ...('fields' in mrz ? mrz.fields : []),
    ...('fields' in barcode ? barcode.fields : []),
    ...visualZone.fields,
  ];
  return read.flatMap((each) => (each.field === field ? [each.value] : []));
}
