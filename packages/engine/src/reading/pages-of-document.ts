import type { FieldName } from '@vidimus/vocabulary';
import type { FieldReading, SideReading } from './document-reading.ts';

/** Data elements that both sides of a card print, and that are another person's on another card. */
const TELLING: readonly FieldName[] = ['document_number', 'birth_date', 'expiry_date', 'primary_identifier'];

/**
 * Of the pages in one photo those of the document that the photo is of: the first, and its other side
 * where front and back lie beside one another. What else lies there is another document, and nothing on it is judged.
 */
export function pagesOfDocument<P extends { readonly reading: SideReading }>(pages: readonly P[]): readonly P[] {
  const [first, second, ...others] = pages;
  if (first === undefined || second === undefined || others.length > 0) return pages.slice(0, 1);
  const sides = new Set([first.reading.side, second.reading.side]);
  const areBothSides = sides.has('front') && sides.has('back') && !contradict(first.reading, second.reading);
  return areBothSides ? [first, second] : [first];
}

/** Whether both say something of the same data element, and never the same. */
function contradict(one: SideReading, other: SideReading): boolean {
  return TELLING.some((field) => {
    const [here, there] = [valuesOf(one, field), valuesOf(other, field)];
    return here.length > 0 && there.length > 0 && !here.some((value) => there.includes(value));
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
