/** How it goes: counts and times, for the whole and for groups, without anybody in them. */
import { REASON_CODES } from '@vidimus/vocabulary';
import { z } from 'zod';
import { daySchema, modeSchema } from './ids.ts';

/** What the verifications can be told apart by. */
export const NUMBERS_BY = ['none', 'country', 'document_type', 'script', 'browser', 'reason'] as const;
export type NumbersBy = (typeof NUMBERS_BY)[number];

/** Fewer than this in a cell can be somebody whom a colleague recognises. */
export const FEW = 5;

const DAY_MS = 86_400_000;
const MOST_DAYS = 366;

/** Days in UTC: `from` counts, `to` does not. */
export const numbersQuerySchema = z
  .strictObject({
    from: daySchema.meta({ examples: ['2026-03-01'] }),
    to: daySchema.meta({ examples: ['2026-04-01'], description: 'The day after the last that counts.' }),
    by: z.enum(NUMBERS_BY).default('none'),
  })
  .refine(
    ({ from, to }) => {
      const days = (Date.parse(to) - Date.parse(from)) / DAY_MS;
      return days > 0 && days <= MOST_DAYS;
    },
    { error: `a day after \`from\`, at most ${MOST_DAYS} days later`, path: ['to'] },
  );

/** How many; `hidden` in a group, for callers who may not see evidence: it is few, or would give away another group's few. */
const count = z.union([z.int().min(0), z.literal('hidden')]);

const countsShape = {
  /** Verifications that began. */
  started: count,
  /** Verifications with a decision; each counts once, as its last decision within the days says: the next four add up to it. */
  decided: count,
  approved: count,
  action_required: count,
  in_review: count,
  declined: count,
  /** Of the approved: what was handed in first was enough, and nobody had to look. */
  approved_at_first_try: count,
  /** Links that ran out before anything was handed in for the last time. */
  expired: count,
};

const spanSchema = z.strictObject({
  /** Of so many verifications. */
  of: count,
  median_s: z.number().min(0).nullable(),
  p90_s: z.number().min(0).nullable(),
});

/** Of the whole, or of a group. */
export const figuresSchema = z.strictObject({
  ...countsShape,
  /** Approved of decided; null where nothing was decided, or too little to say. */
  pass_rate: z.number().min(0).max(1).nullable(),
  first_try_rate: z.number().min(0).max(1).nullable(),
  /** Until it was approved or declined for the first time. */
  time_to_decision: z.strictObject({
    from_link_opened: spanSchema,
    from_first_hand_in: spanSchema,
  }),
  /** Mean, of those that were decided. */
  photographs_per_verification: z.number().min(0).nullable(),
  /** In how many verifications a decision gave it; the most frequent first. */
  reasons: z.array(z.strictObject({ code: z.enum(REASON_CODES), count })),
  /** Days on which something happened, the oldest first. A verification that was decided on two days counts on both. */
  days: z.array(z.strictObject({ day: daySchema, ...countsShape })),
});
export type Figures = z.infer<typeof figuresSchema>;

export const numbersSchema = z.strictObject({
  object: z.literal('numbers'),
  mode: modeSchema,
  from: daySchema,
  to: daySchema,
  by: z.enum(NUMBERS_BY),
  whole: figuresSchema,
  /** The largest first; empty where `by` is `none`. */
  groups: z.array(
    z.strictObject({
      /** ISO 3166-1 alpha-3, a document type, ISO 15924, a browser, or a reason code. Null: not known. */
      group: z.string().nullable(),
      figures: figuresSchema,
    }),
  ),
});
export type Numbers = z.infer<typeof numbersSchema>;
