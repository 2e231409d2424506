// Written by scripts/generate-sdk.ts (npm run sdk). Do not change it here.
import type { CallOptions, Transport } from '../api-request.ts';
import { path } from '../path.ts';
import type {
  Account,
  AccountCode,
  AccountCodeBody,
  AccountContact,
  AccountEntered,
  AccountOpened,
  AccountOutages,
  AccountPlaceQuery,
  AccountReceipt,
  AccountTicket,
  AccountTotp,
  PasskeyAnswer,
  PasskeyOptions,
  PasskeyRegistration,
  RecoveryAsked,
  RecoveryBody,
  RecoveryStatus,
  RecoveryToken,
  TicketBody,
  TicketCode,
  TicketResend,
  TotpCode,
  TotpOffer,
} from './types.ts';

/** What somebody signed in to their account may ask, and how they sign in. */
export function accountApi({ json, nothing }: Transport) {
  return {
    /**
     * Where codes do not arrive at the moment. For whoever is about to ask for one. Of an outage of some numbers it tells no more than the country.
     * Problems of its own: `account.organization-not-named`.
     */
    listOutages: (query: AccountPlaceQuery = {}, options?: CallOptions): Promise<AccountOutages> =>
      json({ method: 'GET', path: '/v1/account/sign-in/outages', query, repeat: 'safe' }, options),
    /**
     * Ask for a code to sign in with. The answer is the same for a contact that nobody has. What did not arrive counts as nothing, and locks nothing.
     * Problems of its own: `account.organization-not-named`, `contact.not-a-number`, `contact.not-assigned`, `contact.landline`, `contact.costs-too-much`, `contact.not-an-address`, `contact.not-a-push-reference`, `contact-code.no-route`, `contact-code.limit-reached`, `contact-code.prefix-stopped`.
     */
    askCode: (body: AccountCodeBody, options?: CallOptions): Promise<AccountTicket> =>
      json({ method: 'POST', path: '/v1/account/sign-in/code', body, repeat: 'never' }, options),
    /**
     * What became of a code that was asked for.
     * Problems of its own: `account.ticket-unknown`.
     */
    lookAtCode: (body: TicketBody, options?: CallOptions): Promise<AccountCode> =>
      json({ method: 'POST', path: '/v1/account/code', body, repeat: 'never' }, options),
    /**
     * Send the same code again, by another route or channel.
     * Problems of its own: `account.ticket-unknown`, `contact-code.not-waiting`, `contact-code.too-soon`, `contact.landline`, `contact-code.no-route`, `contact-code.limit-reached`, `contact-code.prefix-stopped`.
     */
    resendCode: (body: TicketResend, options?: CallOptions): Promise<AccountCode> =>
      json({ method: 'POST', path: '/v1/account/code/resend', body, repeat: 'never' }, options),
    /**
     * Enter a code. Five tries a code. Accepted, it does what it was asked for: signs in, keeps the account, or adds the contact. What is not accepted is an answer; after several of them the next waits a while, and nothing is locked.
     * Problems of its own: `account.ticket-unknown`, `sign-in.refused`, `sign-in.too-many`, `account.kept-already`, `account.contact-known`.
     */
    enterCode: (body: TicketCode, options?: CallOptions): Promise<AccountEntered> =>
      json({ method: 'POST', path: '/v1/account/code/enter', body, repeat: 'never' }, options),
    /** What to hand to navigator.credentials.get. */
    getPasskeyOptions: (options?: CallOptions): Promise<PasskeyOptions> =>
      json({ method: 'POST', path: '/v1/account/sign-in/passkey/options', repeat: 'never' }, options),
    /**
     * Sign in with the answer of a passkey; it says whose it is.
     * Problems of its own: `sign-in.refused`.
     */
    signInWithPasskey: (body: PasskeyAnswer, options?: CallOptions): Promise<AccountOpened> =>
      json({ method: 'POST', path: '/v1/account/sign-in/passkey', body, repeat: 'never' }, options),
    /**
     * Sign in with a contact and the code of an authenticator app. The answer is the same for a contact that nobody has, an account without an app, and a wrong code.
     * Problems of its own: `account.organization-not-named`, `sign-in.refused`, `sign-in.too-many`.
     */
    signInWithApp: (body: AccountTotp, options?: CallOptions): Promise<AccountOpened> =>
      json({ method: 'POST', path: '/v1/account/sign-in/app', body, repeat: 'never' }, options),
    /** Your verifications, ways in and sign-ins. */
    get: (options?: CallOptions): Promise<Account> =>
      json({ method: 'GET', path: '/v1/account', repeat: 'safe' }, options),
    /**
     * A link to the receipt of one of your verifications. It shows the verification and takes an appeal. Token and address are shown once.
     * Problems of its own: `account.verification-not-found`.
     */
    openOwnReceipt: (id: string, options?: CallOptions): Promise<AccountReceipt> =>
      json({ method: 'POST', path: path`/v1/account/verifications/${id}/receipt`, repeat: 'keyed' }, options),
    /** Sign out here. */
    signOut: (options?: CallOptions): Promise<void> =>
      nothing({ method: 'DELETE', path: '/v1/account/session', repeat: 'safe' }, options),
    /** Sign out everywhere. */
    signOutEverywhere: (options?: CallOptions): Promise<void> =>
      nothing({ method: 'DELETE', path: '/v1/account/sessions', repeat: 'safe' }, options),
    /** Close the account; the verifications stay, and their receipts. */
    close: (options?: CallOptions): Promise<void> =>
      nothing({ method: 'DELETE', path: '/v1/account', repeat: 'safe' }, options),
    /**
     * Add an address or number: ask for the code that confirms it.
     * Problems of its own: `contact.not-a-number`, `contact.not-assigned`, `contact.landline`, `contact.costs-too-much`, `contact.not-an-address`, `contact.not-a-push-reference`, `contact-code.no-route`, `contact-code.limit-reached`, `contact-code.prefix-stopped`.
     */
    askCodeToAddWay: (body: AccountContact, options?: CallOptions): Promise<AccountTicket> =>
      json({ method: 'POST', path: '/v1/account/ways/code', body, repeat: 'never' }, options),
    /** What to hand to navigator.credentials.create. */
    addPasskeyOptions: (options?: CallOptions): Promise<PasskeyOptions> =>
      json({ method: 'POST', path: '/v1/account/ways/passkey/options', repeat: 'safe' }, options),
    /**
     * Add a passkey.
     * Problems of its own: `account.passkey-refused`, `account.passkey-known`.
     */
    addPasskey: (body: PasskeyRegistration, options?: CallOptions): Promise<void> =>
      nothing({ method: 'POST', path: '/v1/account/ways/passkey', body, repeat: 'safe' }, options),
    /**
     * Begin to add an authenticator app. It counts once a code of it was entered. It goes with an address or a number, which is typed with its code.
     * Problems of its own: `account.totp-needs-contact`.
     */
    offerApp: (options?: CallOptions): Promise<TotpOffer> =>
      json({ method: 'POST', path: '/v1/account/ways/app', repeat: 'safe' }, options),
    /**
     * Show that the app works; from then on it signs in.
     * Problems of its own: `account.totp-refused`.
     */
    confirmApp: (body: TotpCode, options?: CallOptions): Promise<void> =>
      nothing({ method: 'POST', path: '/v1/account/ways/app/confirm', body, repeat: 'safe' }, options),
    /**
     * Remove a way in; sessions that it opened end.
     * Problems of its own: `account.way-not-found`, `account.last-way`.
     */
    removeWay: (id: string, options?: CallOptions): Promise<void> =>
      nothing({ method: 'DELETE', path: path`/v1/account/ways/${id}`, repeat: 'safe' }, options),
    /**
     * Lost every way in: begin to prove who you are with a document. The answer is the same for a contact that nobody has. Nothing changes before the readings agree and the waiting time is over, and the old channels are told before it begins.
     * Problems of its own: `account.organization-not-named`, `account-recovery.no-policy`, `contact-code.no-route`, `contact.not-a-number`, `contact.not-assigned`, `contact.landline`, `contact.costs-too-much`, `contact.not-an-address`, `contact.not-a-push-reference`.
     */
    askRecovery: (body: RecoveryBody, options?: CallOptions): Promise<RecoveryAsked> =>
      json({ method: 'POST', path: '/v1/account/recovery', body, repeat: 'never' }, options),
    /**
     * How a recovery stands.
     * Problems of its own: `account-recovery.not-found`.
     */
    lookAtRecovery: (body: RecoveryToken, options?: CallOptions): Promise<RecoveryStatus> =>
      json({ method: 'POST', path: '/v1/account/recovery/look', body, repeat: 'never' }, options),
    /**
     * Stop a recovery, with the link that was sent to the old channels.
     * Problems of its own: `account-recovery.not-found`, `account-recovery.not-now`.
     */
    stopRecovery: (body: RecoveryToken, options?: CallOptions): Promise<void> =>
      nothing({ method: 'POST', path: '/v1/account/recovery/stop', body, repeat: 'never' }, options),
    /**
     * After the wait: add the new contact as a way in, and be signed in. With the link that was sent there. Every other session ends; the old ways in stay until they are removed.
     * Problems of its own: `account-recovery.not-found`, `account-recovery.not-now`, `account.contact-known`.
     */
    finishRecovery: (body: RecoveryToken, options?: CallOptions): Promise<AccountOpened> =>
      json({ method: 'POST', path: '/v1/account/recovery/finish', body, repeat: 'never' }, options),
    /**
     * Stop whatever asks to recover your account; whoever is signed in has lost nothing.
     * Problems of its own: `account-recovery.not-found`.
     */
    stopOwnRecovery: (options?: CallOptions): Promise<void> =>
      nothing({ method: 'POST', path: '/v1/account/recovery/stop-own', repeat: 'keyed' }, options),
  } as const;
}
