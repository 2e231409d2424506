/** An HTTP gateway, described by the operator: what to send it, how to read its answer, and what it tells afterwards. */
import { CHANNELS, UNDELIVERED_REASONS } from '@vidimus/protocol';
import { z } from 'zod';

const reason = z.enum(UNDELIVERED_REASONS);
/** JSON Pointer (RFC 6901). */
const pointer = z.string().regex(/^(\/[^/]*)*$/, 'a JSON Pointer such as /messages/0/id');
const httpUrl = z.url({ protocol: /^https?$/ });

/** Words of the gateway. What stands nowhere means that it is still on its way. */
const statusesSchema = z.strictObject({
  delivered: z.array(z.string()).min(1),
  undelivered: z.record(z.string(), reason).default({}),
});

/**
 * `body`: HMAC over the raw body. `url_and_form`: over the public URL followed by every form field and its value, sorted by name
 * (as Twilio signs).
 */
const signatureSchema = z.strictObject({
  header: z.string().regex(/^[\w-]+$/),
  algorithm: z.enum(['sha1', 'sha256', 'sha512']),
  encoding: z.enum(['hex', 'base64']),
  over: z.enum(['body', 'url_and_form']),
  /** Before the signature in the header, e.g. `sha256=`. */
  prefix: z.string().default(''),
  secret: z.string().min(16),
});

const receiptsSchema = z.strictObject({
  format: z.enum(['json', 'form']),
  /** Where several come at once, the list of them. */
  list: pointer.default(''),
  id: pointer,
  status: pointer,
  /** The gateway's own number for why. */
  error: pointer.optional(),
  statuses: statusesSchema,
  /** What its numbers mean; go before the status. */
  errors: z.record(z.string(), reason).default({}),
  signature: signatureSchema,
});

export const gatewaySettingsSchema = z.strictObject({
  kind: z.literal('http'),
  channel: z.enum(CHANNELS),
  request: z.strictObject({
    url: httpUrl,
    headers: z.record(z.string(), z.string()).default({}),
    format: z.enum(['json', 'form']),
    /** `{to}`, `{to_digits}`, `{text}` and `{reference}` in its texts are filled in. */
    body: z.record(z.string(), z.json()),
  }),
  answer: z.strictObject({
    id: pointer,
    /** Where a 2xx may still mean no: what the status says then. */
    status: pointer.optional(),
    refused: z.record(z.string(), reason).default({}),
    /** Where the gateway says what is wrong with a 4xx, and its own words for it. */
    error: pointer.optional(),
    errors: z.record(z.string(), reason).default({}),
  }),
  receipts: receiptsSchema.optional(),
});
export type GatewaySettings = z.output<typeof gatewaySettingsSchema>;
export type GatewayReceipts = z.output<typeof receiptsSchema>;
