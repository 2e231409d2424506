import { decidingRules } from './document-rules.ts';
import type { ContactRule, Policy, ProviderSlotName } from './policy.ts';
import type { Locale } from './texts/catalogue.ts';
import { catalogueOf } from './texts/catalogues.ts';
import { fieldLabel, formatCountry, formatDocumentType, formatList, formatUnit } from './texts/format-value.ts';

/** A part of the policy in plain words: a heading and its sentences. */
export type PolicySection = { readonly heading: string; readonly sentences: readonly string[] };

/** What a policy says, in plain words. The sentences are English so far; names of countries, fields and documents follow the language. */
export function describePolicy(policy: Policy, locale: Locale = 'en'): readonly PolicySection[] {
  return [
    { heading: 'Policy', sentences: about(policy) },
    { heading: 'Who is served', sentences: [...residents(policy, locale), ...phones(policy, locale)] },
    ...(policy.contacts === undefined
      ? []
      : [{ heading: 'How they are reached', sentences: policy.contacts.flatMap((rule) => contact(rule, locale)) }]),
    { heading: 'Which documents', sentences: documents(policy, locale) },
    { heading: 'What must be on them', sentences: details(policy, locale) },
    { heading: 'How good a picture must be', sentences: pictures(policy) },
    { heading: 'When a person decides', sentences: reviews(policy) },
  ];
}

function about(policy: Policy): readonly string[] {
  const described = policy.description === undefined ? [] : [policy.description];
  return [`${policy.name}, version ${policy.version}. Applicants read the name "${policy.operator}".`, ...described];
}

function residents({ residence, minimum_age }: Policy, locale: Locale): readonly string[] {
  const accepted =
    residence.accept === 'all'
      ? 'Residents of every country are served.'
      : `Residents of these countries are served: ${countries(residence.accept, locale)}.`;
  const refused =
    residence.refuse.length === 0
      ? []
      : [`Residents of these countries are refused: ${countries(residence.refuse, locale)}.`];
  const age =
    minimum_age === undefined
      ? 'There is no minimum age.'
      : `Applicants must be at least ${formatUnit(minimum_age, 'year', locale)} old.`;
  return [accepted, ...refused, age];
}

function phones({ phone_countries }: Policy, locale: Locale): readonly string[] {
  if (phone_countries === undefined) return [];
  const { accept, refuse } = phone_countries;
  const accepted =
    accept === 'all'
      ? 'Telephone numbers of every country are taken.'
      : `Telephone numbers of these countries are taken: ${countries(accept, locale)}.`;
  const refused = refuse.length === 0 ? [] : [`Those of these are refused: ${countries(refuse, locale)}.`];
  return [accepted, ...refused];
}

function contact(rule: ContactRule, locale: Locale): readonly string[] {
  if (rule.kind === 'email') return ['Applicants confirm an e-mail address with a code that is sent to it.'];
  const words = catalogueOf(locale).terms.words.channel;
  const channels = formatList(
    rule.channels.map((channel) => words[channel]),
    'disjunction',
    locale,
  );
  const further =
    rule.channels.length === 1
      ? []
      : [
          rule.by_itself
            ? 'Where a code does not arrive, the next of these ways is taken without asking.'
            : 'Where a code does not arrive, the applicant chooses the next of these ways.',
        ];
  return [`Applicants confirm a telephone number with a code that is sent to it, by ${channels}.`, ...further];
}

function documents(policy: Policy, locale: Locale): readonly string[] {
  const catalogue = catalogueOf(locale);
  const deciding = decidingRules(policy);
  const rules = deciding.map(({ states, types }, index) => {
    const from = states === 'all' ? (index === 0 ? 'every country' : 'every other country') : countries(states, locale);
    const kinds = types.map((type) => formatDocumentType(type, catalogue));
    return `From ${from}: ${formatList(kinds, 'disjunction', locale)}.`;
  });
  const rest = deciding.some(({ states }) => states === 'all')
    ? []
    : ['Documents of any other country are not accepted.'];
  const specimens = policy.accept_specimens
    ? "Utopia's documents and anything marked SPECIMEN are accepted, so this policy is for trying out only."
    : "Utopia's documents and anything marked SPECIMEN are refused.";
  const sides = policy.require_both_sides
    ? 'Cards and driving licences need both sides.'
    : 'One side of a card or driving licence is enough.';
  return [...rules, ...rest, specimens, sides];
}

function details(policy: Policy, locale: Locale): readonly string[] {
  const catalogue = catalogueOf(locale);
  const fields = policy.required_fields.map((field) => fieldLabel(field, catalogue));
  const needed =
    fields.length === 0 ? 'No field is required.' : `Required: ${formatList(fields, 'conjunction', locale)}.`;
  const left =
    policy.minimum_days_left === 0
      ? 'A document may be used up to and including its last day.'
      : `A document must be valid for at least ${formatUnit(policy.minimum_days_left, 'day', locale)} more.`;
  return [needed, left];
}

function pictures({ thresholds }: Policy): readonly string[] {
  return [
    `Blur may be at most ${thresholds.blur_to_text_height_max} of the height of the letters.`,
    `Glare may cover at most ${percent(thresholds.glare_share_max)} of the document, and something else at most ${percent(thresholds.covered_share_max)}; a field counts as hit from ${percent(thresholds.field_hit_share_max)} of it.`,
    `The mean brightness must be between ${thresholds.luma_min} and ${thresholds.luma_max} (of 255).`,
    `At least ${thresholds.dpi_min} dots per inch; below ${thresholds.dpi_warn} a note is made.`,
    `Colour must vary by at least ${thresholds.chroma_deviation_min} (of 255), or the picture counts as a grey copy.`,
    `A field counts as read from a confidence of ${percent(thresholds.field_confidence_min)}.`,
  ];
}

const PROVIDERS: Readonly<Record<ProviderSlotName, string>> = {
  registry: "the issuer's register",
  screening: 'screening',
  chip: 'the chip of the document',
};

function reviews(policy: Policy): readonly string[] {
  const always =
    policy.review_every_approval === true ? ['A person looks at every verification before it is approved.'] : [];
  const two =
    policy.two_person_review === true ? ['Two people, one after the other, must come to the same decision.'] : [];
  const asked =
    policy.providers === undefined
      ? []
      : [`Before an approval these are asked: ${policy.providers.map((name) => PROVIDERS[name]).join(', ')}.`];
  const kept =
    policy.retention_days === undefined
      ? []
      : [
          `Photographs and readings are kept for ${formatUnit(policy.retention_days, 'day', 'en')} after the last decision.`,
        ];
  return [
    ...always,
    ...two,
    ...asked,
    ...kept,
    'A person looks whenever a check cannot tell, could not be done, or found something that a machine must not decide.',
    `Signs of a photographed screen from ${percent(policy.thresholds.recapture_hint_min)} on bring a person; they never decide alone.`,
  ];
}

function countries(codes: readonly string[], locale: Locale): string {
  const catalogue = catalogueOf(locale);
  return formatList(
    codes.map((code) => formatCountry(code, catalogue)),
    'conjunction',
    locale,
  );
}

function percent(share: number): string {
  return new Intl.NumberFormat('en', { style: 'percent', maximumFractionDigits: 1 }).format(share);
}
