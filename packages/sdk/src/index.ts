/** The door. Webhooks have one of their own: `@vidimus/sdk/webhooks`. */
export type { CallOptions } from './api-request.ts';
export {
  type AccountClient,
  type ApplicantClient,
  createAccount,
  createApplicant,
  createMember,
  createRecipient,
  createVidimus,
  type MemberClient,
  type RecipientClient,
  type VidimusClient,
} from './clients.ts';
export type * from './generated/types.ts';
export type { Photograph, UploadOptions } from './photograph.ts';
export { VidimusProblem, VidimusUnreachable } from './problem.ts';
export type { ClientOptions, Fetch } from './transport.ts';
