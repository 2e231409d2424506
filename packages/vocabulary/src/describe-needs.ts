import type { PolicySection } from './describe-policy.ts';
import { decidingRules } from './document-rules.ts';
import type { DocumentType } from './field-name.ts';
import type { CountryRule, Policy } from './policy.ts';
import type { Locale } from './texts/catalogue.ts';
import { formatCountry, formatDocumentType, formatField, formatList } from './texts/format-value.ts';
import { type ReportLanguage, reportLanguage } from './texts/report-language.ts';

/** What an applicant needs, told before anything is taken: a title, and sections of plain sentences in the language asked for. */
export type Needs = { readonly title: string; readonly sections: readonly PolicySection[] };

/** What a policy asks of applicants, in their language and their words; limits of the picture are told as what to do. */
export function describeNeeds(policy: Policy, locale: Locale = 'en'): Needs {
  const language = reportLanguage(locale);
  const { say } = language;
  return {
    title: say('need_title'),
    sections: [
      { heading: say('need_who'), sentences: applicants(policy, language) },
      { heading: say('need_which'), sentences: documents(policy, language) },
      { heading: say('need_how'), sentences: properties(policy, language) },
      { heading: say('need_then'), sentences: answers(policy, language) },
    ],
  };
}

function applicants(
  { residence, minimum_age, phone_countries, contacts }: Policy,
  language: ReportLanguage,
): readonly string[] {
  const { say } = language;
  const anywhere = residence.accept === 'all' && residence.refuse.length === 0;
  return [
    ...(anywhere ? [say('need_live_anywhere')] : countries(residence, ['need_live_in', 'need_live_not_in'], language)),
    ...(minimum_age === undefined || minimum_age === 0 ? [] : [say('need_age', { count: minimum_age })]),
    ...(phone_countries === undefined
      ? []
      : countries(phone_countries, ['need_phone_of', 'need_phone_not_of'], language)),
    ...(contacts ?? []).map(({ kind }) => say(kind === 'phone' ? 'need_phone_code' : 'need_email_code')),
  ];
}

type CountryKey = 'need_live_in' | 'need_live_not_in' | 'need_phone_of' | 'need_phone_not_of';

function countries(
  { accept, refuse }: CountryRule,
  [accepted, refused]: readonly [CountryKey, CountryKey],
  language: ReportLanguage,
): readonly string[] {
  const { say } = language;
  return [
    ...(accept === 'all' ? [] : [say(accepted, { countries: named(accept, language) })]),
    ...(refuse.length === 0 ? [] : [say(refused, { countries: named(refuse, language) })]),
  ];
}

function documents(policy: Policy, language: ReportLanguage): readonly string[] {
  const { say, catalogue, locale } = language;
  const rules = decidingRules(policy);
  const lines = rules.map(({ states, types }, index) => {
    const kinds = formatList(
      types.map((type) => formatDocumentType(type, catalogue)),
      'disjunction',
      locale,
    );
    if (states !== 'all') {
      return say('need_from', { countries: named(states, language), documents: kinds });
    }
    return say(index === 0 ? 'need_from_anywhere' : 'need_from_elsewhere', { documents: kinds });
  });
  const isClosed = rules.every(({ states }) => states !== 'all');
  return [
    ...lines,
    ...(isClosed ? [say('need_from_no_other')] : []),
    ...(policy.accept_specimens ? [say('need_specimens')] : []),
  ];
}

/** Documents with one page of data; all others have two sides. */
const PAGED: ReadonlySet<DocumentType> = new Set<DocumentType>(['passport', 'visa']);

function properties(policy: Policy, language: ReportLanguage): readonly string[] {
  const { say, catalogue, locale } = language;
  const types = decidingRules(policy).flatMap((rule) => rule.types);
  const fields = policy.required_fields.map((field) => formatField(field, catalogue));
  const days = policy.minimum_days_left;
  return [
    days === 0 ? say('need_valid') : say('need_days_left', { count: days }),
    ...(fields.length === 0 ? [] : [say('need_shows', { fields: formatList(fields, 'conjunction', locale) })]),
    ...(types.some((type) => PAGED.has(type)) ? [say('need_photo_page')] : []),
    ...(types.some((type) => !PAGED.has(type))
      ? [say(policy.require_both_sides ? 'need_both_sides' : 'need_one_side')]
      : []),
    say('need_clear'),
  ];
}

function answers(policy: Policy, { say }: ReportLanguage): readonly string[] {
  return [say(policy.review_every_approval === true ? 'need_review' : 'need_doubt'), say('need_answer')];
}

function named(codes: readonly string[], { catalogue, locale }: ReportLanguage): string {
  return formatList(
    codes.map((code) => formatCountry(code, catalogue)),
    'disjunction',
    locale,
  );
}
