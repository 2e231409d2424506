/** The models the engine can ask for; each has an entry with version, licence, sha256 and input size in the table. */
export type ModelName =
  | 'text-detection'
  | 'line-direction'
  | 'mrz-line'
  | 'mrz-zone'
  | 'print-line'
  | 'document-outline'
  | 'outline-judge';
