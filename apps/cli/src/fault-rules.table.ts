import type { FaultName, SpecimenKind } from '@vidimus/specimens';

/** What can be asked of a fault, so that what cannot be drawn is refused with a sentence and not left out in silence. */
export type FaultRule = {
  /** In the help: what goes wrong. */
  readonly says: string;
  /** In the help: what the number after the sign counts; without it the fault takes no number. */
  readonly strength?: string;
  /** The largest number that can be drawn. */
  readonly most?: number;
  /** Fields that it can name: a list, any field, or any place (a field, the portrait, a code line). Without it the fault names none. */
  readonly fields?: readonly string[] | 'any field' | 'any place';
  /** Kinds that can have it; without it all. */
  readonly kinds?: readonly SpecimenKind[];
};

const TWO_SIDED = ['identity-card-td1', 'identity-card-td2', 'driving-licence-eu', 'driving-licence-na'] as const;
const WITH_CODE_LINES = ['passport', 'identity-card-td1', 'identity-card-td2', 'visa-a', 'visa-b'] as const;
const DATES = ['birth_date', 'issue_date', 'expiry_date'] as const;

const WHOLE = 1;
const WHITE = 255;
/** Beyond it nothing is left to be seen. */
const MOST_BLUR = 5;
/** A scanner's; a camera gets nowhere near it. */
const MOST_DPI = 600;
/** A hundred years. */
const MOST_DAYS = 36_500;

/** Units as in the `fault-limits.table.ts` of the specimens. */
export const FAULT_RULES: Readonly<Record<FaultName, FaultRule>> = {
  blur: { says: 'out of focus', strength: 'blur by height of the letters', most: MOST_BLUR },
  'motion-blur': { says: 'the hand moved', strength: 'length of the move by height of the letters', most: MOST_BLUR },
  glare: { says: 'a lamp reflects on a field', strength: 'share of the field', most: WHOLE, fields: 'any place' },
  dark: { says: 'too little light', strength: 'mean brightness, of 255', most: WHITE },
  bright: { says: 'too much light', strength: 'mean brightness, of 255', most: WHITE },
  far: { says: 'too small in the picture', strength: 'dots per inch', most: MOST_DPI },
  'grey-copy': { says: 'without colour', strength: 'colour that is left, of 255', most: WHITE },
  'no-document': { says: 'an empty table' },
  'cut-off': { says: 'an edge is out of the picture', strength: 'share of the length', most: WHOLE },
  finger: { says: 'a finger lies on a field', strength: 'share of the field', most: WHOLE, fields: 'any place' },
  sleeve: { says: 'light on a plastic sleeve', strength: 'share of the document', most: WHOLE },
  screen: { says: 'photographed from a screen', strength: 'contrast of its pixels', most: WHOLE },
  'wrong-side': { says: 'one side twice', kinds: TWO_SIDED },
  'side-missing': { says: 'the front alone', kinds: TWO_SIDED },
  'two-documents': { says: 'another document beside it', strength: 'share of it in the picture', most: WHOLE },
  expired: { says: 'expired', strength: 'days ago', most: MOST_DAYS },
  'expires-soon': {
    says: 'expires soon: a reason where the policy asks for days left',
    strength: 'days left',
    most: MOST_DAYS,
  },
  'mrz-check-digit': {
    says: 'a wrong check digit',
    fields: ['document_number', 'birth_date', 'expiry_date'],
    kinds: WITH_CODE_LINES,
  },
  'mrz-mismatch': {
    says: 'print and code lines differ',
    fields: ['document_number', 'birth_date', 'expiry_date', 'primary_identifier', 'secondary_identifier', 'sex'],
    kinds: WITH_CODE_LINES,
  },
  'sides-mismatch': { says: "another holder's back", kinds: TWO_SIDED },
  'impossible-date': { says: 'a day that no calendar has', fields: DATES },
  punched: { says: 'a hole through it' },
  'field-absent': { says: 'a field is not printed', fields: 'any field' },
  'unread-script': { says: 'the name in its own script alone, and no code lines' },
};
