/** The desk: what waits for a member, and how an organization looks to its applicants. */
import { z } from 'zod';
import { idSchema, modeSchema } from './ids.ts';
import { memberSchema, RIGHTS } from './people.ts';

const LONGEST_NAME = 100;
/** Of an uploaded logo; what is kept is drawn anew, and smaller. */
export const LOGO_MOST_BYTES = 1024 * 1024;
export const LOGO_MEDIA_TYPES = ['image/png', 'image/jpeg', 'image/webp'] as const;

const colour = z
  .string()
  .regex(/^#[0-9a-f]{6}$/, 'a colour as #rrggbb in small letters')
  .meta({ examples: ['#1a4b8f'] });

/** What is set: the name that applicants read, and one colour. */
export const brandChangeSchema = z.strictObject({
  name: z
    .string()
    .trim()
    .min(1)
    .max(LONGEST_NAME)
    .meta({ examples: ['Harbour Bank'] }),
  colour: z
    .string()
    .regex(/^#[0-9a-fA-F]{6}$/, 'a colour as #rrggbb')
    .meta({ examples: ['#1A4B8F'] }),
});

/** Colours to be used, each of which can be read: contrast of at least 4.5 (WCAG 2.2, 1.4.3). */
export const brandColoursSchema = z.strictObject({
  /** Behind `text`: as asked for, or the nearest on which either white or ink can be read. */
  fill: colour,
  /** On `fill`: white, or ink. */
  text: colour,
  /** As text and lines on the light grounds of the pages. */
  on_white: colour,
  /** The same on the dark ones, for dark mode. */
  on_ink: colour,
});

/** As members see it. */
export const brandSchema = z.strictObject({
  object: z.literal('brand'),
  name: z.string(),
  /** As it was asked for; null: none was. */
  colour: colour.nullable(),
  colours: brandColoursSchema,
  /** `colours.fill` is not what was asked for: neither white nor ink could be read on that. */
  adjusted: z.boolean(),
  /** Where it is served; null: there is none. */
  logo: z.strictObject({ url: z.string(), width_px: z.int().positive(), height_px: z.int().positive() }).nullable(),
});
export type BrandView = z.infer<typeof brandSchema>;

const LONGEST_VERSION = 40;
/** Which logo; a page that names it shows a new one at once. */
export const logoQuerySchema = z.strictObject({ v: z.string().max(LONGEST_VERSION).optional() });

/** As an applicant's page needs it. */
export const applicantBrandSchema = z.strictObject({
  name: z.string(),
  colours: brandColoursSchema,
  logo: brandSchema.shape.logo,
});

/** What the navigation shows; a part is null where the member may not see it. */
export const deskSchema = z.strictObject({
  object: z.literal('desk'),
  organization: z.strictObject({ id: idSchema('org'), name: z.string(), brand: brandSchema }),
  member: memberSchema,
  rights: z.array(z.enum(RIGHTS)),
  /** The one that is looked at, and of which the counts are. */
  mode: modeSchema,
  /** For the header `Vidimus-Mode`. */
  modes: z.array(modeSchema),
  /** Waiting; `open` without those that somebody took. */
  reviews: z.strictObject({ open: z.int().min(0), mine: z.int().min(0), overdue: z.int().min(0) }).nullable(),
  /** Given up, and not delivered since, of the last 30 days. */
  webhooks: z.strictObject({ dead: z.int().min(0) }).nullable(),
});
export type DeskView = z.infer<typeof deskSchema>;
