/** The file that describes the operator's routes (VIDIMUS_COURIER_FILE). */
import { readFileSync } from 'node:fs';
import type { Result } from '@vidimus/engine/standards';
import { REACHED_BY, UNDELIVERED_REASONS } from '@vidimus/protocol';
import { z } from 'zod';
import { readTls, type TlsPair, type TlsRefused } from '../tls-files.ts';
import { gatewaySettingsSchema } from './gateway-settings.ts';

const PORT_MOST = 65_535;
/** SMPP 3.4 §4.1.1: system_id and password, without their closing zero. */
const SYSTEM_ID_MOST = 15;
const PASSWORD_MOST = 8;
const SYSTEM_TYPE_MOST = 12;
const PER_SECOND = 10;
const USUAL_SECONDS = 60;

const common = {
  name: z.string().regex(/^[a-z0-9][a-z0-9-]{0,40}$/, 'small letters, digits and hyphens'),
  order: z.int().min(1).default(1),
  cost: z.number().min(0).default(0),
};
const ofTelephones = {
  prefixes: z.array(z.string().regex(/^[1-9]\d{0,14}$/, 'digits without +, e.g. 506')).default([]),
  usual_seconds: z.int().min(5).max(3600).default(USUAL_SECONDS),
};

const smtpSchema = z.strictObject({
  ...common,
  kind: z.literal('smtp'),
  url: z.url({ protocol: /^smtps?$/ }),
  from: z
    .string()
    .min(3)
    .regex(/^[^\r\n]+$/),
});
const smppSchema = z.strictObject({
  ...common,
  ...ofTelephones,
  kind: z.literal('smpp'),
  host: z.string().min(1),
  port: z.int().min(1).max(PORT_MOST),
  tls: z.boolean().default(true),
  system_id: z.string().min(1).max(SYSTEM_ID_MOST),
  password: z.string().max(PASSWORD_MOST),
  system_type: z.string().max(SYSTEM_TYPE_MOST).default(''),
  per_second: z.number().positive().max(1000).default(PER_SECOND),
  source: z.string().regex(/^(\+?\d{3,15}|[A-Za-z0-9 ]{1,11})$/, 'a number, or up to 11 letters and digits'),
  errors: z.record(z.string(), z.enum(UNDELIVERED_REASONS)).default({}),
});
const gatewaySchema = z
  .strictObject({ ...common, ...ofTelephones, ...gatewaySettingsSchema.shape })
  .refine(({ channel, prefixes }) => prefixes.length === 0 || REACHED_BY[channel] === 'phone', {
    error: 'none: only telephone numbers have prefixes',
    path: ['prefixes'],
  });

/** How many messages may go out; what is left out has the default of `codes/caps.table.ts`. */
const limitsSchema = z.strictObject({
  per_prefix_an_hour: z.int().min(1).optional(),
  per_country_a_day: z.int().min(1).optional(),
  per_organization_a_day: z.int().min(1).optional(),
});

/** Where mail servers tell of mail that they took and could not deliver. */
const bouncesSchema = z.strictObject({
  domain: z.string().regex(/^[a-z0-9-]+(\.[a-z0-9-]+)+$/i, 'a domain, such as bounce.example.com'),
  host: z.string().min(1).default('0.0.0.0'),
  port: z.int().min(0).max(PORT_MOST).default(25),
  /** PEM files; without them reports come in the clear. */
  tls: z.strictObject({ key_file: z.string().min(1), cert_file: z.string().min(1) }).optional(),
});
export type BounceSettings = z.output<typeof bouncesSchema>;

export const courierFileSchema = z
  .strictObject({
    routes: z.array(z.discriminatedUnion('kind', [smtpSchema, smppSchema, gatewaySchema])),
    limits: limitsSchema.default({}),
    currency: z
      .string()
      .regex(/^[A-Z]{3}$/, 'three capital letters, e.g. EUR (ISO 4217)')
      .optional(),
    bounces: bouncesSchema.optional(),
  })
  .refine(({ routes }) => new Set(routes.map(({ name }) => name)).size === routes.length, {
    error: 'every route its own name',
    path: ['routes'],
  });
export type CourierFile = z.output<typeof courierFileSchema>;
export type RouteSettings = CourierFile['routes'][number];

/** Places and what was expected there; never what stands there, since that may be a secret. */
export type CourierFileRefused =
  | { readonly code: 'courier.file-not-readable'; readonly file: string; readonly observed: string }
  | {
      readonly code: 'courier.file-not-understood';
      readonly file: string;
      readonly problems: readonly { readonly pointer: string; readonly expected: string }[];
    };

/** Without a file there are no routes. */
export function readCourierFile(file: string | undefined): Result<CourierFile, CourierFileRefused> {
  if (file === undefined) return { ok: true, value: { routes: [], limits: {} } };
  const text = textOf(file);
  if (!text.ok) return text;
  const document = parsed(text.value);
  const understood = courierFileSchema.safeParse(document);
  if (document !== undefined && understood.success) return withUsableTls(file, understood.data);
  const problems = (understood.error?.issues ?? []).map(({ path, message }) => ({
    pointer: path.map((part) => `/${String(part)}`).join(''),
    expected: document === undefined ? 'JSON' : message,
  }));
  return { ok: false, error: { code: 'courier.file-not-understood', file, problems } };
}

/** A certificate that cannot be used is told at the start, and not by other mail servers. */
function withUsableTls(file: string, value: CourierFile): Result<CourierFile, CourierFileRefused> {
  const pair = bounceTls(value.bounces?.tls);
  if (pair?.ok !== false) return { ok: true, value };
  const { files, observed } = pair.error;
  const expected = `a key and its certificate as PEM; of ${files.join(' and ')}: ${observed}`;
  return {
    ok: false,
    error: { code: 'courier.file-not-understood', file, problems: [{ pointer: '/bounces/tls', expected }] },
  };
}

/** Undefined where there is none. */
export function bounceTls(tls: BounceSettings['tls']): Result<TlsPair, TlsRefused> | undefined {
  return tls === undefined ? undefined : readTls({ keyFile: tls.key_file, certFile: tls.cert_file });
}

function textOf(file: string): Result<string, CourierFileRefused> {
  try {
    return { ok: true, value: readFileSync(file, 'utf8') };
  } catch (error) {
    if (!(error instanceof Error && 'code' in error)) throw error;
    return { ok: false, error: { code: 'courier.file-not-readable', file, observed: String(error.code) } };
  }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}
