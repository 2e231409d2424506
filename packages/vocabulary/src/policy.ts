import { z } from 'zod';
import { documentTypeSchema, fieldNameSchema } from './field-name.ts';

/** ISO 3166-1 alpha-3, or one of ICAO's own three-letter codes (Doc 9303-3 §5). */
const stateSchema = z.string().regex(/^[A-Z]{3}$/, 'three capital letters, e.g. CRI (ISO 3166-1 alpha-3)');
const statesSchema = z.union([z.literal('all'), z.array(stateSchema).min(1)]);
/** What is refused is refused, also where it is accepted. */
const countriesSchema = z.strictObject({
  accept: statesSchema.default('all'),
  refuse: z.array(stateSchema).default([]),
});
export type CountryRule = z.infer<typeof countriesSchema>;

/** Limits of the picture. What each measures is told in `PageQuality` of the engine. */
export const thresholdsSchema = z.strictObject({
  /**
   * Blur σ as a part of the text height. Half-way between what may be (σ ⅛ or motion of 0.4 capitals: up to 0.166 measured) and what
   * must be told (σ ¼ or motion of 0.9: from 0.2 on), over 110 drawn photographs straightened by their true corners.
   */
  blur_to_text_height_max: z.number().positive().default(0.18),
  /** Saturated area as a part of the page's area: a fifth of a percent hides three letters. Drawn photographs without glare have none. */
  glare_share_max: z.number().positive().default(0.002),
  /** Part of a field under glare or covered from which it counts as hit. */
  field_hit_share_max: z.number().positive().default(0.15),
  covered_share_max: z.number().positive().default(0.01),
  /** Mean luma of the document, 0–255; measured within 6 of the truth. Too dark lies at 40, too bright at 238. */
  luma_min: z.number().default(60),
  luma_max: z.number().default(227),
  /** Dots per inch across the document; below `dpi_min` refused, below `dpi_warn` noted. */
  dpi_min: z.number().positive().default(150),
  dpi_warn: z.number().positive().default(200),
  /** Deviation of the colour, 0–255: grey copies stay under 0.6, the palest coloured side reaches 2.2. */
  chroma_deviation_min: z.number().positive().default(1.5),
  field_confidence_min: z.number().min(0).max(1).default(0.6),
  /** Drawn photographs of screens reach 0.88 and more, no other rises over 0. */
  recapture_hint_min: z.number().min(0).max(1).default(0.5),
});
export type Thresholds = z.infer<typeof thresholdsSchema>;

/** Places for others' answers: an issuer's register, lists of people, the chip of a document. */
export const providerSlotSchema = z.enum(['registry', 'screening', 'chip']);
export type ProviderSlotName = z.infer<typeof providerSlotSchema>;

/** Ways to a telephone. */
const phoneChannelSchema = z.enum(['sms', 'call', 'whatsapp']);
/**
 * What the applicant is asked to confirm with a code that is sent there (confirmation codes, NIST SP 800-63A-4 §3.8).
 * `by_itself`: where a code did not arrive by one channel, the next one in the list is taken without asking. Routes of one channel
 * always are.
 */
const contactRuleSchema = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('phone'),
    channels: z.array(phoneChannelSchema).min(1).default(['sms', 'call', 'whatsapp']),
    by_itself: z.boolean().default(false),
  }),
  z.strictObject({ kind: z.literal('email') }),
]);
export type ContactRule = z.infer<typeof contactRuleSchema>;
export type ContactKind = ContactRule['kind'];

/** An operator's rules. The same schema validates the file, the API and the editor. */
export const policySchema = z.strictObject({
  vidimus_policy: z.literal(1),
  name: z.string().min(1),
  version: z.number().int().positive().default(1),
  /** What the policy is for, for the people who choose between policies. */
  description: z.string().min(1).optional(),
  /** How the operator is called in sentences to applicants. */
  operator: z.string().min(1),
  residence: countriesSchema.prefault({}),
  /** Countries of telephone numbers, by their calling code. Without it every country's are taken. */
  phone_countries: countriesSchema.optional(),
  /** Contacts that are confirmed with a code, each kind once. Without it none is asked for. */
  contacts: z
    .array(contactRuleSchema)
    .min(1)
    .refine((rules) => new Set(rules.map(({ kind }) => kind)).size === rules.length, 'each kind of contact once')
    .optional(),
  /** The first rule that names the issuing state decides; no rule: not accepted. */
  documents: z.array(z.strictObject({ states: statesSchema, types: z.array(documentTypeSchema).min(1) })).min(1),
  /** Whether Utopia's documents and anything marked SPECIMEN count as documents: for trying out only. */
  accept_specimens: z.boolean().default(false),
  /** A person looks at every verification before it is approved. */
  review_every_approval: z.boolean().optional(),
  /** Whose answer is wanted before an approval. A place that nobody fills sends the case to a person. */
  providers: z.array(providerSlotSchema).min(1).optional(),
  /** Two people, one after the other, must come to the same decision. */
  two_person_review: z.boolean().optional(),
  /** How long photographs and readings are kept after the last decision. Without it: 30 days. */
  retention_days: z.int().min(0).max(3650).optional(),
  minimum_age: z.number().int().min(0).max(120).optional(),
  minimum_days_left: z.number().int().min(0).default(0),
  required_fields: z
    .array(fieldNameSchema)
    .default(['primary_identifier', 'birth_date', 'document_number', 'expiry_date']),
  /** Cards and licences need both sides. */
  require_both_sides: z.boolean().default(true),
  thresholds: thresholdsSchema.prefault({}),
});
export type Policy = z.infer<typeof policySchema>;
