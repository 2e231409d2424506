import type { Policy, Thresholds } from './policy.ts';
import type { ReasonCode } from './reason-code.ts';

/** What a rule means, for whoever has to judge whether it is right, and the reasons that rest on it. */
export type PracticeRuleText = { readonly meaning: string; readonly reasons: readonly ReasonCode[] };

/** The keys of a policy that say who and what is accepted. What a policy is called is no rule. */
type RuleKey = Exclude<keyof Policy, 'vidimus_policy' | 'name' | 'version' | 'description' | 'operator' | 'thresholds'>;

export const PRACTICE_RULES: Readonly<Record<RuleKey, PracticeRuleText>> = {
  residence: {
    meaning:
      'Countries where an applicant may live, by what the applicant declares. A country that is both accepted and refused is refused. Answered before a document is asked for.',
    reasons: ['residence_country_not_supported'],
  },
  phone_countries: {
    meaning: 'Countries whose telephone numbers are taken. Answered before a document is asked for.',
    reasons: ['contact_country_not_supported'],
  },
  contacts: {
    meaning:
      'Telephone number or e-mail address that the applicant confirms with a code, by which channels, and whether the next channel is taken without asking where a code did not arrive. An undelivered code never counts against the applicant.',
    reasons: ['contact_country_not_supported', 'code_not_delivered', 'code_not_accepted'],
  },
  documents: {
    meaning:
      'Types of document that are accepted, by the state that issued them. The first rule that names the state decides; a state without a rule is not accepted.',
    reasons: ['document_not_accepted_by_policy'],
  },
  accept_specimens: {
    meaning: "Whether Utopia's documents and anything marked SPECIMEN count as documents. For trying out only.",
    reasons: ['document_not_accepted_by_policy'],
  },
  review_every_approval: {
    meaning: 'Whether a person looks at every verification before it is approved.',
    reasons: ['review_required'],
  },
  providers: {
    meaning:
      'Whose answer is wanted before an approval: an issuer’s register, screening, the chip. A place that nobody fills sends the case to a person.',
    reasons: ['record_not_confirmed', 'screening_possible_match', 'provider_unavailable', 'review_required'],
  },
  two_person_review: {
    meaning: 'Whether two people, one after the other, must come to the same decision.',
    reasons: ['review_required'],
  },
  retention_days: {
    meaning: 'Days for which photographs and readings are kept after the last decision; then they are erased.',
    reasons: [],
  },
  minimum_age: {
    meaning: 'Age in whole years that the holder must have reached on the day of the check, by the date of birth.',
    reasons: ['age_below_minimum'],
  },
  minimum_days_left: {
    meaning:
      'Days that the document must still be valid on the day of the check. With 0 it may be used up to and including its last day.',
    reasons: ['document_expires_soon'],
  },
  required_fields: {
    meaning: 'What the document must show, and what must have been read from it.',
    reasons: ['field_absent', 'field_unreadable'],
  },
  require_both_sides: {
    meaning: 'Whether cards, permits and driving licences need both sides.',
    reasons: ['document_side_missing'],
  },
};

export const PRACTICE_THRESHOLDS: Readonly<Record<keyof Thresholds, PracticeRuleText>> = {
  blur_to_text_height_max: {
    meaning: 'The most blur there may be, as its standard deviation in parts of the height of the letters.',
    reasons: ['image_blurry'],
  },
  glare_share_max: {
    meaning: 'The most of the document that may be burnt out by light, as a share of its area.',
    reasons: ['image_glare'],
  },
  field_hit_share_max: {
    meaning: 'Share of a field under glare, or covered, from which the field counts as hit.',
    reasons: ['image_glare', 'document_covered'],
  },
  covered_share_max: {
    meaning: 'The most of the document that something may cover, as a share of its area.',
    reasons: ['document_covered'],
  },
  luma_min: {
    meaning: 'Mean brightness of the document, 0 to 255, below which it is too dark.',
    reasons: ['image_lighting'],
  },
  luma_max: {
    meaning: 'Mean brightness of the document, 0 to 255, above which it is too bright.',
    reasons: ['image_lighting'],
  },
  dpi_min: {
    meaning: 'Dots per inch across the document, below which it is too small.',
    reasons: ['image_resolution_low'],
  },
  dpi_warn: { meaning: 'Dots per inch below which a note is made, and nothing else.', reasons: [] },
  chroma_deviation_min: {
    meaning: 'Deviation of the colours, 0 to 255, below which the picture counts as a grey copy.',
    reasons: ['image_not_colour'],
  },
  field_confidence_min: {
    meaning: 'Confidence, 0 to 1, from which a required field counts as read.',
    reasons: ['field_unreadable'],
  },
  recapture_hint_min: {
    meaning: 'Likeness to a photographed screen, 0 to 1, from which a person is asked to look. It never decides alone.',
    reasons: ['document_not_original'],
  },
};
