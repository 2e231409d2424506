import type { EN_FINDINGS } from './en-findings.table.ts';
import type { EN_REPORT } from './en-report.table.ts';

/** One text for each plural of a language; `other` serves where a form is not given. */
export type PluralText = Readonly<Partial<Record<Intl.LDMLPluralRule, string>>> & { readonly other: string };

type English = typeof EN_REPORT;
export type ReportKey = keyof English;

/** The report's words in a language: every message of the English table, and a plural where that has one. */
export type ReportTexts = { readonly [Key in ReportKey]: English[Key] extends string ? string : PluralText };

/** What checks and stages say, by their own words. */
export type FindingTexts = { readonly [Key in keyof typeof EN_FINDINGS]: string };

type NamesIn<Text extends string> = Text extends `${string}{${infer Name}}${infer Rest}` ? Name | NamesIn<Rest> : never;
type NamesOf<Key extends ReportKey> = English[Key] extends string
  ? NamesIn<English[Key]>
  : English[Key] extends { readonly other: infer Other extends string }
    ? NamesIn<Other>
    : never;

/** The values that a message needs: none, or every one of its placeholders. `count` chooses the plural. */
export type ReportValues<Key extends ReportKey> = [NamesOf<Key>] extends [never]
  ? readonly []
  : readonly [Readonly<Record<NamesOf<Key>, string | number>>];
