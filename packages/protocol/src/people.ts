/** The wire of people: members and their roles, API keys, sessions and the ways to sign in. */
import { z } from 'zod';
import { idSchema, instantSchema, modeSchema } from './ids.ts';

/** What may be done with the interface, one word each: scopes of API keys, and what the roles of members are made of. */
export const RIGHTS = [
  'verifications:read',
  'verifications:write',
  /** See photographs and what was read from them. */
  'evidence:read',
  'reviews:read',
  'reviews:write',
  'policies:read',
  'policies:write',
  'webhooks:read',
  'webhooks:write',
  'keys:read',
  'keys:write',
  'members:read',
  'members:write',
  'audit:read',
  'events:read',
  /** The clock and the scenarios of test mode. */
  'test:write',
  /** Name, logo and colour that applicants see. */
  'organization:write',
] as const;
/** One of `RIGHTS`. */
export type Right = (typeof RIGHTS)[number];

/** What members are; a member may be several. */
export const ROLES = ['owner', 'compliance', 'reviewer', 'support', 'auditor', 'developer'] as const;
/** One of `ROLES`. */
export type Role = (typeof ROLES)[number];

const PAGE_DEFAULT = 20;
const PAGE_MOST = 100;
const NAME_MOST = 200;
/** RFC 5321 §4.5.3.1.3: a path has at most 256 octets, two of them the angle brackets. */
const EMAIL_MOST = 254;
/** Long enough for what an authenticator sends, with an attestation certificate; shorter than what would be a burden. */
const BASE64URL_MOST = 16_384;
const TOKEN_MOST = 200;

const name = z.string().trim().min(1).max(NAME_MOST);
const email = z
  .string()
  .trim()
  .max(EMAIL_MOST)
  .meta({ examples: ['person@example.com'] })
  .pipe(z.email());
const roles = z.array(z.enum(ROLES)).min(1).max(ROLES.length);
const base64url = z
  .string()
  .max(BASE64URL_MOST)
  .regex(/^[\w-]*$/);
const code = z
  .string()
  .regex(/^\d{6}$/, 'the six digits that the authenticator app shows')
  .meta({ examples: ['123456'] });

/** How these lists are asked for: `cursor` is `next_cursor` of the page before. */
export const listPeopleSchema = z.strictObject({
  limit: z.coerce.number().int().min(1).max(PAGE_MOST).default(PAGE_DEFAULT),
  cursor: z.string().max(NAME_MOST).optional(),
});
const pageOf = <T extends z.ZodType>(one: T) =>
  z.strictObject({ data: z.array(one), has_more: z.boolean(), next_cursor: z.string().nullable() });

/** An API key as it is listed: never its secret. */
export const apiKeySchema = z.strictObject({
  id: idSchema('key'),
  name: z.string(),
  mode: modeSchema,
  scopes: z.array(z.enum(RIGHTS)),
  hint: z.string().describe('The last four characters, to tell several apart.'),
  created_at: instantSchema,
  last_used_at: instantSchema.nullable().describe('Noted at most once a minute.'),
  revoked_at: instantSchema.nullable(),
});
/** What a key is to be called and may do. */
export const newApiKeySchema = z.strictObject({
  name,
  mode: modeSchema,
  scopes: z.array(z.enum(RIGHTS)).min(1).max(RIGHTS.length),
});
/** The one answer that holds the secret. */
export const apiKeyCreatedSchema = apiKeySchema.extend({
  secret: z.string().describe('Shown once: only a hash of it is kept.'),
});
export const apiKeyPageSchema = pageOf(apiKeySchema);

/** A member of the organization. */
export const memberSchema = z.strictObject({
  id: idSchema('mem'),
  /** Empty when the member was removed. */
  name: z.string().nullable(),
  email: z.string().nullable(),
  roles: z.array(z.enum(ROLES)),
  sign_in: z.strictObject({ password: z.boolean(), totp: z.boolean(), passkeys: z.number().int() }),
  created_at: instantSchema,
  disabled_at: instantSchema.nullable(),
  removed_at: instantSchema.nullable(),
});
export const memberPageSchema = pageOf(memberSchema);
export const newMemberSchema = z.strictObject({ name, email, roles });
/** What changes; what is left out stays. */
export const memberChangeSchema = z.strictObject({ roles: roles.optional(), disabled: z.boolean().optional() });
/** How somebody comes in to set up a way to sign in; to be handed to them, and to nobody else. */
export const invitationSchema = z.strictObject({ token: z.string(), expires_at: instantSchema });
export const memberInvitedSchema = z.strictObject({ member: memberSchema, invitation: invitationSchema });

/** A session that was opened; its token travels in a cookie that no script reads. */
export const sessionOpenedSchema = z.strictObject({
  kind: z.enum(['enrolment', 'full']),
  expires_at: instantSchema,
});
/** Whoever the session is of. */
export const sessionSchema = z.strictObject({
  id: z.string(),
  kind: z.enum(['enrolment', 'full']),
  organization: z.strictObject({ id: z.string(), name: z.string() }),
  member: memberSchema,
  rights: z.array(z.enum(RIGHTS)),
  stepped_up: z.boolean(),
  expires_at: instantSchema,
});
export const passwordSignInSchema = z.strictObject({
  email: z.string().max(EMAIL_MOST),
  password: z.string().max(BASE64URL_MOST),
  code,
});
export const invitationAnswerSchema = z.strictObject({ token: z.string().max(TOKEN_MOST) });
export const newPasswordSchema = z.strictObject({ password: z.string().max(BASE64URL_MOST) });
/** For an authenticator app: the secret as it is typed, and as the picture to be scanned holds it. */
export const totpOfferSchema = z.strictObject({ secret: z.string(), uri: z.string() });
export const totpCodeSchema = z.strictObject({ code });

const transports = z.array(z.enum(['ble', 'cable', 'hybrid', 'internal', 'nfc', 'smart-card', 'usb']));
const responseBase = {
  id: base64url,
  rawId: base64url,
  type: z.literal('public-key'),
  authenticatorAttachment: z.enum(['cross-platform', 'platform']).optional(),
  clientExtensionResults: z.looseObject({}),
};
/** `PublicKeyCredential.toJSON()` after `navigator.credentials.create` (WebAuthn Level 3 §5.1.8). */
export const passkeyRegistrationSchema = z.object({
  ...responseBase,
  response: z.object({
    clientDataJSON: base64url,
    attestationObject: base64url,
    transports: transports.optional(),
  }),
});
/** `PublicKeyCredential.toJSON()` after `navigator.credentials.get`. */
export const passkeyAnswerSchema = z.object({
  ...responseBase,
  response: z.object({
    clientDataJSON: base64url,
    authenticatorData: base64url,
    signature: base64url,
    userHandle: base64url.optional(),
  }),
});
/** Handed to `navigator.credentials` as they are (WebAuthn Level 3 §5.1.8, §5.1.9). */
export const passkeyOptionsSchema = z.looseObject({ challenge: z.string() });
export const passkeySchema = z.strictObject({ id: z.string(), created_at: instantSchema });
export const passkeysSchema = z.strictObject({ data: z.array(passkeySchema) });
/** The second factor again: a one-time password, or a passkey. */
export const stepUpSchema = z.union([totpCodeSchema, z.strictObject({ passkey: passkeyAnswerSchema })]);
export type PasskeyRegistration = z.output<typeof passkeyRegistrationSchema>;
export type PasskeyAnswer = z.output<typeof passkeyAnswerSchema>;
