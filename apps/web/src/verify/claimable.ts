/** Fields that a person may say something else of, and how it is asked for. */
export const CLAIMABLE = [
  { name: 'primary_identifier', kind: 'text' },
  { name: 'secondary_identifier', kind: 'text' },
  { name: 'birth_date', kind: 'date' },
  { name: 'document_number', kind: 'text' },
  { name: 'nationality', kind: 'country' },
  { name: 'sex', kind: 'sex' },
] as const;

export type Claimable = (typeof CLAIMABLE)[number]['name'];
