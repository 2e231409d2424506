import type { DocumentType, FieldName } from '../field-name.ts';
import type { ReasonCode } from '../reason-code.ts';
import type { WhyNotUsable } from '../why-not-usable.ts';
import type { FindingTexts, ReportTexts } from './report-texts.ts';

/** Languages that applicants are spoken to in. */
export const LOCALES = ['en', 'es', 'tr', 'uk', 'ar'] as const;
export type Locale = (typeof LOCALES)[number];

/**
 * A text with {placeholders}. Every placeholder carries the phrase that stands there when the value is not known:
 * `A person will look at it {by|soon}.` A sentence is therefore whole without a server, an operator or an answer time.
 */
export type ReasonText = {
  /** Two to five words for lists: "Too blurry". */
  readonly heading: string;
  /** One or two plain sentences: what is wrong, and what to do. */
  readonly applicant: string;
  /** Sentences that fit better, by the evidence's fact `why`; `applicant` serves where none of them does. */
  readonly because?: Readonly<Record<string, string>>;
};
export type ReasonTexts = Readonly<Record<Exclude<ReasonCode, 'file_not_usable'>, ReasonText>> & {
  readonly file_not_usable: ReasonText & { readonly because: Readonly<Record<WhyNotUsable, string>> };
};

/** A word as a label ("Date of birth") and inside a sentence ("the date of birth"). */
export type Term = { readonly label: string; readonly phrase: string };

/** The words that fill placeholders. */
export type Terms = {
  readonly field: Readonly<Record<FieldName | 'name', Term>>;
  readonly documentType: Readonly<Record<DocumentType, Term>>;
  readonly words: {
    readonly edge: Readonly<Record<'top' | 'right' | 'bottom' | 'left', string>>;
    readonly light: Readonly<Record<'dark' | 'bright', string>>;
    readonly side: Readonly<Record<'front' | 'back', string>>;
    readonly zone: Readonly<Record<'mrz' | 'barcode', string>>;
    readonly damage: Readonly<Record<'hole' | 'cut' | 'torn' | 'void', string>>;
    readonly medium: Readonly<Record<'screen' | 'photocopy', string>>;
    readonly name_place: Readonly<Record<'passport' | 'bank_card', string>>;
    readonly why: Readonly<Record<WhyNotUsable | 'specimen' | 'wrong' | 'expired' | 'used', string>>;
    readonly step: Readonly<
      Record<'document' | 'photo' | 'name' | 'details' | 'address' | 'face' | 'code' | 'records', string>
    >;
    readonly purpose: Readonly<Record<'document' | 'biometric', string>>;
    readonly channel: Readonly<Record<'sms' | 'call' | 'whatsapp' | 'email' | 'push', string>>;
  };
  /** Issuers that no list of countries has: Utopia and ICAO's own codes (Doc 9303-3 §5). */
  readonly issuer: Readonly<Record<'UTO' | 'UNO' | 'EUE' | 'XXA' | 'XXB' | 'XXC' | 'XXX', string>>;
  /** How a point in time is said with its preposition: "by {date}". */
  readonly deadline: string;
};

export type Catalogue = {
  readonly locale: Locale;
  readonly reasons: ReasonTexts;
  readonly terms: Terms;
  /** The words around the reasons. */
  readonly report: ReportTexts;
  /** What checks and stages say. */
  readonly findings: FindingTexts;
};
