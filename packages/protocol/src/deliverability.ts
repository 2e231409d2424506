/** What becomes of messages: figures by country, prefix and route, and outages of carriers. */
import { z } from 'zod';
import { CHANNELS, UNDELIVERED_REASONS } from './courier.ts';
import { daySchema, idSchema, instantSchema, modeSchema, stateCodeSchema } from './ids.ts';
import { pageQuerySchema, pageSchema } from './page.ts';

/** How far back. */
export const DELIVERABILITY_SPANS = ['24h', '7d', '30d'] as const;
export type DeliverabilitySpan = (typeof DELIVERABILITY_SPANS)[number];

export const deliverabilityQuerySchema = z.strictObject({
  span: z.enum(DELIVERABILITY_SPANS).default('24h'),
  channel: z.enum(CHANNELS).optional().meta({ description: 'Messages by this channel alone.' }),
  until: daySchema
    .optional()
    .meta({ description: 'The last day of the span, in UTC. Left out: now.', examples: ['2026-03-31'] }),
});

/** Beside the carrier's reasons: it waited in the queue until it was of no use. */
const REASONS = [...UNDELIVERED_REASONS, 'not_sent_in_time'] as const;
export type DeliverabilityReason = (typeof REASONS)[number];

const count = z.int().min(0);
const share = z.number().min(0).max(1).nullable();

/** Of messages; of a route, of handings over to its carrier. */
const deliveryFiguresSchema = z
  .strictObject({
    sent: count,
    delivered: count,
    undelivered: count,
    unconfirmed: count.meta({ description: 'No receipt within the route’s usual time.' }),
    untold: count.meta({ description: 'Taken by a route that never tells whether it arrived.' }),
    pending: count,
    delivered_share: share.meta({ description: 'Of those of which it is known or was to be told.' }),
    reasons: z
      .array(z.strictObject({ reason: z.enum(REASONS), count }))
      .meta({ description: 'The most frequent first.' }),
    seconds_to_delivery: z
      .strictObject({ median: z.number().min(0).nullable(), p95: z.number().min(0).nullable() })
      .meta({ description: 'Counted in steps that are at most a quarter of the time that they end at.' }),
    codes: count.meta({ description: 'Of the sent, those that carried a code.' }),
    entered: count.meta({ description: 'Of these, those after which the code was entered.' }),
    conversion: share.meta({ description: 'Entered of codes.' }),
    cost: z.number().min(0),
  })
  .meta({ id: 'DeliveryFigures' });
export type DeliveryFigures = z.infer<typeof deliveryFiguresSchema>;

const routeFiguresSchema = z.strictObject({
  route: z.string().meta({ description: 'By the operator’s own name for it.' }),
  channel: z.enum(CHANNELS),
  figures: deliveryFiguresSchema,
});
const prefixFiguresSchema = z.strictObject({
  prefix: z.string().nullable().meta({ description: 'Calling code and three digits. Null for mail.' }),
  figures: deliveryFiguresSchema,
  /** `pumping`: messages arrive, and hardly a code is entered. */
  sign: z.enum(['pumping']).nullable(),
  routes: z.array(routeFiguresSchema),
});

export const deliverabilitySchema = z.strictObject({
  object: z.literal('deliverability'),
  mode: modeSchema,
  from: instantSchema,
  to: instantSchema,
  counted_until: instantSchema
    .nullable()
    .meta({ description: 'Changes after it are not in the figures yet. Null: nothing was counted.' }),
  currency: z.string().nullable().meta({ description: 'Of `cost`, as the file of routes names it.' }),
  whole: deliveryFiguresSchema,
  routes: z.array(routeFiguresSchema).meta({ description: 'Over all countries, the largest first.' }),
  countries: z
    .array(
      z.strictObject({
        country: stateCodeSchema.nullable().meta({ description: 'Null for mail, and for numbers of no country.' }),
        figures: deliveryFiguresSchema,
        prefixes: z.array(prefixFiguresSchema),
        prefixes_left_out: count,
      }),
    )
    .meta({ description: 'The largest first, each with its largest prefixes.' }),
  times: z
    .array(
      z.strictObject({ from: instantSchema, sent: count, delivered: count, undelivered: count, unconfirmed: count }),
    )
    .meta({
      description:
        'Hours of `24h` (of a day more than a month ago that day alone), days of the others, the oldest first; those in which nothing was sent, too.',
    }),
});
export type Deliverability = z.infer<typeof deliverabilitySchema>;

/** `quiet`: nothing was sent there for an hour, so that nobody knows; the next messages tell. */
export const OUTAGE_ENDS = ['arrives_again', 'quiet'] as const;
/** One of `OUTAGE_ENDS`. */
export type OutageEnd = (typeof OUTAGE_ENDS)[number];

export const outageSchema = z
  .strictObject({
    object: z.literal('outage'),
    id: idSchema('out'),
    mode: modeSchema,
    channel: z.enum(CHANNELS),
    country: stateCodeSchema.nullable().meta({ description: 'Null: wherever it goes.' }),
    prefix: z.string().nullable().meta({ description: 'Null: the whole country.' }),
    route: z
      .string()
      .nullable()
      .meta({ description: 'Null: by every route, so that people there get nothing. Named: this route alone.' }),
    begun_at: instantSchema.meta({ description: 'Since the last that arrived, or the first that did not.' }),
    seen_at: instantSchema.meta({ description: 'When there were enough to tell.' }),
    ended_at: instantSchema.nullable(),
    ended_because: z.enum(OUTAGE_ENDS).nullable(),
    numbers: z.strictObject({
      settled: count.meta({ description: 'Different numbers or addresses since it began, of which it is known.' }),
      failed: count.meta({ description: 'Of these, those that got nothing.' }),
      usual_share: z
        .number()
        .min(0)
        .max(1)
        .meta({ description: 'Of numbers there, the share that usually gets nothing.' }),
    }),
  })
  .meta({ id: 'Outage' });
export type OutageView = z.infer<typeof outageSchema>;

export const outageQuerySchema = pageQuerySchema.extend({
  state: z.enum(['open', 'all']).default('all'),
});
export const outageListSchema = pageSchema(outageSchema);
