import type { CheckSubject, SubjectReading } from './check.ts';
import { lettersAndDigits } from './letters-and-digits.ts';
import { locatedPages } from './located-pages.ts';
import { looksAlike } from './look-alikes.ts';

/** Values of fewer letters and digits stand in a line of print by chance. */
const SHORTEST_SEARCHED = 6;
/** A line of print in which half its letters may be wrong says nothing. */
const LINE_CONFIDENCE_MIN = 0.6;

/** `<` of the zone, and what other recognisers make of two. */
const FILLER = /<|«/;
/** A run of so many letters and digits is a line of the zone. */
const LONG_RUN = /[A-Z0-9]{22}/;

/**
 * A line of print that shows a coded value, although no label led to it: the print's own witness that the value stands on the
 * document. Lines of the zone itself do not count.
 */
export function printedElsewhere(subject: CheckSubject, coded: SubjectReading): SubjectReading | undefined {
  const searched = spellings(coded);
  if (searched.length === 0) return undefined;
  for (const { mediaId, reading } of locatedPages(subject)) {
    const line = reading.visualZone.lines.find(
      ({ text, confidence }) =>
        confidence >= LINE_CONFIDENCE_MIN && !isZoneText(text) && searched.some((value) => shows(text, value, coded)),
    );
    if (line) {
      const { text, confidence, region } = line;
      return {
        field: coded.field,
        witness: 'visual_zone',
        value: coded.value,
        printed: text,
        confidence,
        region,
        mediaId,
      };
    }
  }
  return undefined;
}

/** How a value may stand in print, as letters and digits. Dates whose month is a word are not searched for. */
function spellings({ field, value }: SubjectReading): readonly string[] {
  if (field === 'birth_date' || field === 'expiry_date') {
    const [year = '', month = '', day = ''] = value.split('-');
    if (!/^\d{8}$/.test(`${year}${month}${day}`)) return [];
    return [`${day}${month}${year}`, `${year}${month}${day}`, `${month}${day}${year}`];
  }
  const text = lettersAndDigits(value);
  return (field === 'document_number' || field === 'primary_identifier') && text.length >= SHORTEST_SEARCHED
    ? [text]
    : [];
}

function shows(text: string, value: string, { field }: SubjectReading): boolean {
  const line = lettersAndDigits(text);
  if (line.includes(value)) return true;
  return field === 'document_number' && line.length === value.length && looksAlike(line, value);
}

/** The zone's own lines, read once more as print. */
function isZoneText(text: string): boolean {
  return FILLER.test(text) || LONG_RUN.test(text.replace(/\s/g, ''));
}
