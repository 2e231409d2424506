/** What can go wrong in front of the camera or on the document. `field` names the place where the fault has one. */
export const FAULT_NAMES = [
  // picture (registry group C)
  'blur',
  'motion-blur',
  'glare',
  'dark',
  'bright',
  'far',
  'grey-copy',
  'no-document',
  'cut-off',
  'finger',
  'sleeve',
  'screen',
  // completeness (group D)
  'wrong-side',
  'side-missing',
  'two-documents',
  // the document itself (groups E to G)
  'expired',
  'expires-soon',
  'mrz-check-digit',
  'mrz-mismatch',
  'sides-mismatch',
  'impossible-date',
  'punched',
  'field-absent',
  'unread-script',
] as const;
export type FaultName = (typeof FAULT_NAMES)[number];

/** `strength` is in the fault's own unit (fault-limits.table.ts); without it the fault is drawn clearly over its limit. */
export type Fault = { readonly name: FaultName; readonly field?: string; readonly strength?: number };
