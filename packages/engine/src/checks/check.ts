import type { CheckResult, DocumentSide, FieldName, Policy } from '@vidimus/vocabulary';
import type { PhotoFrame } from '../photo/index.ts';
import type { FileNotUsable } from '../ports.ts';
import type { DocumentKind, FieldReading, ReadPage } from '../reading/index.ts';

/** What was asked, apart from the pictures. */
export type CheckRequest = {
  readonly policy: Policy;
  /** The day that "today" means, `YYYY-MM-DD`. */
  readonly asOf: string;
  /** Declared country of residence, ISO 3166-1 alpha-3. */
  readonly residence?: string;
  /** What the applicant entered: dates as EDTF, states as codes; `name` where it was entered as a whole. */
  readonly claims: Partial<Readonly<Record<FieldName | 'name', string>>>;
};

/** One photo (or page of a PDF) that was handed in. */
export type PhotoSubject = {
  /** `photo_1`, `photo_2` … in the order given. */
  readonly mediaId: string;
  /** The side that was asked for, if one was. */
  readonly asked?: DocumentSide;
  readonly content:
    | { readonly kind: 'file_not_usable'; readonly error: FileNotUsable }
    | { readonly kind: 'located'; readonly photo: PhotoFrame; readonly pages: readonly ReadPage[] };
};

/** Everything a check may look at. Checks are pure: same subject, same result. */
export type CheckSubject = {
  readonly request: CheckRequest;
  readonly photos: readonly PhotoSubject[];
  readonly kind: DocumentKind;
  /** Every reading of every field by every witness on every page. */
  readonly fields: readonly SubjectReading[];
};

/** One reading of one field, with the photo it came from. */
export type SubjectReading = FieldReading & { readonly mediaId: string };

/** A claim that can be true, e.g. `not-expired`. One per file; listed in `checks.table.ts`. */
export type Check = {
  readonly name: string;
  readonly run: (subject: CheckSubject) => CheckResult;
};
