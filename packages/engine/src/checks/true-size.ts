import type { PageFormat } from '../photo/index.ts';
import type { MrzFormat } from '../standards/index.ts';
import type { CheckSubject } from './check.ts';
import { type LocatedPage, locatedPages, mrzOf } from './located-pages.ts';

/** Width and height as printed, mm. */
export type SizeMm = { readonly width: number; readonly height: number };

/** By definition of the inch, since 1959. */
export const MM_PER_INCH = 25.4;

/** ISO/IEC 7810 §5. */
const ID_1: SizeMm = { width: 85.6, height: 53.98 };
const ID_2: SizeMm = { width: 105, height: 74 };
const ID_3: SizeMm = { width: 125, height: 88 };
/** ICAO Doc 9303-7 §3: MRV-A and MRV-B. */
const VISA_A: SizeMm = { width: 120, height: 80 };
/** Half-way between ID-2 and ID-3, which look alike: wrong by less than a tenth whichever it is. */
const ID_2_OR_3: SizeMm = { width: 115, height: 81 };

const OF_ZONE: Readonly<Record<MrzFormat, SizeMm>> = {
  TD1: ID_1,
  TD2: ID_2,
  TD3: ID_3,
  'MRV-A': VISA_A,
  'MRV-B': ID_2,
  'FRA-ID': ID_2,
};

const OF_FORMAT: Readonly<Record<PageFormat, SizeMm | null>> = {
  'ID-1': ID_1,
  'ID-2': ID_2,
  'ID-3': ID_3,
  'ID-2-or-ID-3': null,
  unknown: null,
};

/** How large the document really is: as its zone says, then as its kind does, then by its proportions. */
export function trueSize(subject: CheckSubject, located: LocatedPage): SizeMm {
  const zones = [located, ...locatedPages(subject)].flatMap((page) => mrzOf(page)?.format ?? []);
  const [zone] = zones;
  if (zone) return OF_ZONE[zone];
  const { format } = located.page;
  const known = OF_FORMAT[format];
  if (known) return known;
  const { type } = subject.kind;
  if (type === 'driving_licence') return ID_1;
  if (type === 'passport') return ID_3;
  if (format === 'unknown') return type === 'visa' ? VISA_A : ID_2;
  return type === 'identity_card' || type === 'residence_permit' || type === 'visa' ? ID_2 : ID_2_OR_3;
}
