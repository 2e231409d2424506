import type { CheckResult, Decision, Locale } from '@vidimus/vocabulary';
import type { CheckRequest, PhotoSubject } from '../checks/index.ts';
import type { FileNotUsable } from '../ports.ts';
import type { DocumentKind, FieldReading, MrzNotRead, MrzReading } from '../reading/index.ts';

/** Which engine wrote the report. */
export type EngineIdentity = {
  readonly version: string;
  readonly models: readonly { readonly name: string; readonly version: string }[];
};

/** What was read, as `readDocument` gives it. */
export type ReadInput = {
  readonly photos: readonly PhotoSubject[];
  readonly kind: DocumentKind;
  readonly fields: readonly (FieldReading & { readonly mediaId: string })[];
  /** Milliseconds per stage. */
  readonly timings: Readonly<Record<string, number>>;
};

/** The zones that were read, as `readMrzOfFiles` gives them. */
export type MrzInput = {
  readonly photos: readonly {
    readonly mediaId: string;
    readonly content:
      | { readonly kind: 'file_not_usable'; readonly error: FileNotUsable }
      | {
          readonly kind: 'read';
          readonly width: number;
          readonly height: number;
          readonly zone: MrzReading | MrzNotRead;
        };
  }[];
  readonly timings: ReadInput['timings'];
};

/** What was read, asked, found and decided. */
export type CheckInput = {
  readonly subject: {
    readonly request: CheckRequest;
    readonly photos: ReadInput['photos'];
    readonly kind: ReadInput['kind'];
    readonly fields: ReadInput['fields'];
  };
  readonly results: readonly CheckResult[];
  readonly decision: Decision;
  readonly timings: ReadInput['timings'];
};

export type ReportOptions = {
  readonly engine: EngineIdentity;
  readonly locale?: Locale;
  /** By when a person answers, an ISO day or moment; without it the sentences say "soon". */
  readonly by?: string;
};
