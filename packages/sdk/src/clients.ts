/** The clients: who asks decides what there is to ask. */
import { accountApi } from './generated/account-api.ts';
import { applicantApi } from './generated/applicant-api.ts';
import { memberApi } from './generated/member-api.ts';
import { operatorApi } from './generated/operator-api.ts';
import { recipientApi } from './generated/recipient-api.ts';
import { type ClientOptions, openTransport } from './transport.ts';

export type VidimusClient = ReturnType<typeof operatorApi>;
export type ApplicantClient = ReturnType<typeof applicantApi>;
export type AccountClient = ReturnType<typeof accountApi>;
export type RecipientClient = ReturnType<typeof recipientApi>;
export type MemberClient = ReturnType<typeof memberApi>;

/**
 * For your servers, with an API key (`sk_test_…`, `sk_live_…`). A key never goes into a page or an app: whoever has it sees
 * everybody.
 * @example
 * const vidimus = createVidimus({ baseUrl: 'https://verify.example.com', key: process.env.VIDIMUS_KEY ?? '' });
 * const { id, link } = await vidimus.verifications.create({ residence: 'CRI' });
 */
export function createVidimus(options: ClientOptions & { readonly key: string }): VidimusClient {
  return operatorApi(openTransport(options, { authorization: `Bearer ${options.key}` }));
}

/** For the applicant's own page or app, with the token of their link (`vat_…`): it opens one verification, and nothing else. */
export function createApplicant(options: ClientOptions & { readonly token: string }): ApplicantClient {
  return applicantApi(openTransport(options, { authorization: `Bearer ${options.token}` }));
}

/** For the page of a one-time code, with the token in its address (`vcp_…`): it opens that code, and nothing else. */
export function createRecipient(options: ClientOptions & { readonly token: string }): RecipientClient {
  return recipientApi(openTransport(options, { authorization: `Bearer ${options.token}` }));
}

/**
 * For pages of staff who signed in: the session travels in a cookie that the browser sends, to the page's own server alone.
 * `cookie` and `origin` are for a server that asks on behalf of the page it renders.
 */
export function createMember(
  options: ClientOptions & { readonly mode?: 'live' | 'test'; readonly cookie?: string; readonly origin?: string },
): MemberClient {
  const { mode = 'live', cookie, origin } = options;
  return memberApi(
    openTransport(options, {
      'vidimus-mode': mode,
      ...(cookie === undefined ? {} : { cookie }),
      ...(origin === undefined ? {} : { origin }),
    }),
  );
}

/**
 * For pages of applicants who keep an account: the session travels in a cookie that the browser sends, to the page's own server alone.
 * `cookie` and `origin` are for a server that asks on behalf of the page it renders.
 */
export function createAccount(
  options: ClientOptions & { readonly cookie?: string; readonly origin?: string },
): AccountClient {
  const { cookie, origin } = options;
  return accountApi(
    openTransport(options, {
      ...(cookie === undefined ? {} : { cookie }),
      ...(origin === undefined ? {} : { origin }),
    }),
  );
}
