/** Characters on the wire: of a name, and of a number. */
const LONGEST_NAME = 200;
const LONGEST_NUMBER = 40;

/** Fields that a person may say something else of, and how it is asked for. */
export const CLAIMABLE = [
  { name: 'primary_identifier', kind: 'text', longest: LONGEST_NAME },
  { name: 'secondary_identifier', kind: 'text', longest: LONGEST_NAME },
  { name: 'birth_date', kind: 'date', longest: LONGEST_NUMBER },
  { name: 'document_number', kind: 'text', longest: LONGEST_NUMBER },
  { name: 'nationality', kind: 'country', longest: LONGEST_NUMBER },
  { name: 'sex', kind: 'sex', longest: LONGEST_NUMBER },
] as const;

export type Claimable = (typeof CLAIMABLE)[number]['name'];
