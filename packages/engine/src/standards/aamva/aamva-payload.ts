/** A subfile: `DL` licence, `ID` identity card, `EN` enhanced licence, `Z…` the jurisdiction's own. */
export type AamvaSubfile = {
  readonly type: string;
  /** In the order printed; the value as printed, trailing spaces kept. */
  readonly elements: readonly (readonly [id: string, value: string])[];
};

/** Header and subfiles of the bar code (AAMVA DL/ID 2020 Annex D.12.3–D.12.5). */
export type AamvaPayload = {
  readonly fileType: 'ANSI ' | 'AAMVA';
  readonly iin: string;
  /** 0 (before the standard) to 10 and above. */
  readonly version: number;
  /** From version 2 on. */
  readonly jurisdictionVersion?: number;
  readonly subfiles: readonly AamvaSubfile[];
};

/** `@`, data element separator, record separator, segment terminator (Annex D.12.3). */
export const AAMVA_MARKS = { compliance: '@', element: '\n', record: '\x1e', segment: '\r' } as const;
/** Version from which on the header carries a jurisdiction version. */
export const FIRST_WITH_JURISDICTION_VERSION = 2;
/** Type (2), offset (4), length (4). */
export const DESIGNATOR_LENGTH = 10;
/** Number of digits of the header's parts. */
export const HEADER_DIGITS = { iin: 6, version: 2, entries: 2, offset: 4 } as const;
