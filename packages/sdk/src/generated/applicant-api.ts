// Written by scripts/generate-sdk.ts (npm run sdk). Do not change it here.
import type { CallOptions, Transport } from '../api-request.ts';
import { path } from '../path.ts';
import type { Photograph, UploadOptions } from '../photograph.ts';
import type {
  AcceptedDocuments,
  AcceptedDocumentsQuery,
  AccountContact,
  AccountOpened,
  AccountTicket,
  Appeal,
  ApplicantBrand,
  ApplicantView,
  BirthDateProof,
  CodeEntered,
  ConsentAnswer,
  DetailsAnswer,
  DeviceTrouble,
  DeviceTroubleTold,
  Disowned,
  ErasureScheduled,
  HandOff,
  HandOffConfirmed,
  HandOffNumber,
  HandOffWaits,
  KeptAccount,
  LanguageAnswer,
  LogoQuery,
  NotMe,
  NoticeOfChange,
  NoticeTaken,
  OpenedReceipt,
  OwnContactBody,
  PasskeyOptions,
  PasskeyRegistration,
  PolicyWords,
  PolicyWordsQuery,
  PreflightAnswer,
  PreflightBody,
  ReasonCodeList,
  ReasonCodeQuery,
  Receipt,
  ReceiptQuery,
  ResendBody,
  SigningKey,
  WaitingDevice,
} from './types.ts';

/** What the token of an applicant’s link may ask. */
export function applicantApi({ json, nothing, file }: Transport) {
  return {
    /**
     * What is asked, what was found, what happens next.
     * Problems of its own: `hand-off.ran-out`, `hand-off.to-be-opened`, `hand-off.waits`, `verification.erased`.
     */
    getVerification: (options?: CallOptions): Promise<ApplicantView> =>
      json({ method: 'GET', path: '/v1/applicant', repeat: 'safe' }, options),
    /**
     * Agree, or do not agree, to the check of the document.
     * Problems of its own: `hand-off.ran-out`, `hand-off.to-be-opened`, `hand-off.waits`, `link.shows-only`, `verification.not-from-here`, `verification.step-not-asked`, `verification.session-expired`, `verification.erased`, `verification.too-many-answers`.
     */
    answerConsent: (body: ConsentAnswer, options?: CallOptions): Promise<ApplicantView> =>
      json({ method: 'PUT', path: '/v1/applicant/consent', body, repeat: 'safe' }, options),
    /**
     * Say which document it will be, and where you live. A country of residence that is not served is told at once; nothing has been photographed by then. Where only photographs are asked for again, it may be said again, too: what they show is read anew, and `claims` may correct it.
     * Problems of its own: `hand-off.ran-out`, `hand-off.to-be-opened`, `hand-off.waits`, `link.shows-only`, `verification.not-from-here`, `verification.step-not-asked`, `verification.session-expired`, `verification.erased`, `verification.too-many-answers`.
     */
    answerDetails: (body: DetailsAnswer, options?: CallOptions): Promise<ApplicantView> =>
      json({ method: 'PUT', path: '/v1/applicant/details', body, repeat: 'safe' }, options),
    /**
     * Send a photograph of one side, as the raw body. At most 15 MB: JPEG, PNG, WebP, HEIC or PDF, from somebody who has agreed (`/v1/applicant/consent`). A later one takes its place until it is handed in. It is looked at at once: ask `/v1/applicant` until the attempt’s `look` is no longer `reading`. A look uses no try.
     * Problems of its own: `hand-off.ran-out`, `hand-off.to-be-opened`, `hand-off.waits`, `link.shows-only`, `verification.not-from-here`, `verification.step-not-asked`, `verification.session-expired`, `verification.erased`, `verification.consent-missing`, `verification.too-many-photographs`, `media.not-a-picture`.
     */
    photographDocument: (side: 'front' | 'back', photograph: Photograph, options: CallOptions & UploadOptions = {}): Promise<ApplicantView> =>
      json({ method: 'PUT', path: path`/v1/applicant/document/${side}`, upload: { photograph, mediaType: options.mediaType }, repeat: 'safe' }, options),
    /**
     * Hand everything in.
     * Problems of its own: `hand-off.ran-out`, `hand-off.to-be-opened`, `hand-off.waits`, `link.shows-only`, `verification.not-from-here`, `verification.step-not-asked`, `verification.session-expired`, `verification.erased`, `verification.steps-missing`.
     */
    submitVerification: (options?: CallOptions): Promise<ApplicantView> =>
      json({ method: 'POST', path: '/v1/applicant/submit', repeat: 'keyed' }, options),
    /**
     * Go on after the link ran out; finished steps are kept.
     * Problems of its own: `hand-off.ran-out`, `hand-off.to-be-opened`, `hand-off.waits`, `link.shows-only`, `verification.not-from-here`, `verification.not-expired-yet`, `verification.erased`.
     */
    resumeVerification: (options?: CallOptions): Promise<ApplicantView> =>
      json({ method: 'POST', path: '/v1/applicant/resume', repeat: 'keyed' }, options),
    /**
     * Say why a decline is wrong; a person looks.
     * Problems of its own: `hand-off.ran-out`, `hand-off.to-be-opened`, `hand-off.waits`, `verification.not-from-here`, `verification.appeal-too-late`, `verification.too-many-statements`, `verification.erased`.
     */
    appealDecline: (body: Appeal, options?: CallOptions): Promise<ApplicantView> =>
      json({ method: 'POST', path: '/v1/applicant/appeal', body, repeat: 'keyed' }, options),
    /**
     * Have a code sent to your number or address, or to another one. What became of it stands in `contacts`. A code that does not arrive uses nothing up: it can be sent again, by another channel, or elsewhere.
     * Problems of its own: `hand-off.ran-out`, `hand-off.to-be-opened`, `hand-off.waits`, `link.shows-only`, `verification.not-from-here`, `verification.step-not-asked`, `verification.session-expired`, `verification.consent-missing`, `verification.erased`, `contact.not-a-number`, `contact.not-assigned`, `contact.landline`, `contact.costs-too-much`, `contact.not-an-address`, `contact-code.no-route`, `contact-code.limit-reached`, `contact-code.prefix-stopped`, `contact-code.not-waiting`, `contact-code.too-soon`.
     */
    sendOwnContactCode: (kind: 'phone' | 'email', body: OwnContactBody = {}, options?: CallOptions): Promise<ApplicantView> =>
      json({ method: 'POST', path: path`/v1/applicant/contacts/${kind}/code`, body, repeat: 'keyed' }, options),
    /**
     * Have the same code sent again, by another route or channel.
     * Problems of its own: `hand-off.ran-out`, `hand-off.to-be-opened`, `hand-off.waits`, `link.shows-only`, `verification.not-from-here`, `verification.step-not-asked`, `verification.session-expired`, `verification.consent-missing`, `verification.erased`, `contact-code.not-found`, `contact-code.no-route`, `contact-code.limit-reached`, `contact-code.prefix-stopped`, `contact-code.not-waiting`, `contact.landline`, `contact-code.too-soon`.
     */
    resendOwnContactCode: (kind: 'phone' | 'email', body: ResendBody = {}, options?: CallOptions): Promise<ApplicantView> =>
      json({ method: 'POST', path: path`/v1/applicant/contacts/${kind}/resend`, body, repeat: 'keyed' }, options),
    /**
     * Enter the code. Five tries. What is not accepted is told by `contacts`, with the tries that are left, and no refusal of the request.
     * Problems of its own: `hand-off.ran-out`, `hand-off.to-be-opened`, `hand-off.waits`, `link.shows-only`, `verification.not-from-here`, `verification.step-not-asked`, `verification.session-expired`, `verification.consent-missing`, `verification.erased`, `contact-code.not-found`.
     */
    verifyOwnContact: (kind: 'phone' | 'email', body: CodeEntered, options?: CallOptions): Promise<ApplicantView> =>
      json({ method: 'POST', path: path`/v1/applicant/contacts/${kind}/verify`, body, repeat: 'safe' }, options),
    /**
     * A link that only shows, to keep or to hand on. It shows the outcome and its reasons, without what was read, and takes an appeal; nothing can be handed in with it. Token and address are shown once. With `opens=all` it opens everything that is the person’s for an hour, as the link that asks for it does: for whoever saves it now, and where no birth date was read that could open it later.
     * Problems of its own: `hand-off.ran-out`, `hand-off.to-be-opened`, `hand-off.waits`, `link.shows-only`, `link.too-many`.
     */
    makeReceipt: (query: ReceiptQuery = {}, options?: CallOptions): Promise<Receipt> =>
      json({ method: 'POST', path: '/v1/applicant/receipt', query, repeat: 'keyed' }, options),
    /**
     * Open all that is yours, with the birth date in the document. The answer is another receipt, which opens photographs, readings, the file and erasure for an hour. After five wrong dates every further one waits longer.
     * Problems of its own: `hand-off.ran-out`, `hand-off.to-be-opened`, `hand-off.waits`, `receipt.birth-date-differs`, `receipt.nothing-to-compare`, `receipt.too-many-tries`, `link.too-many`, `link.shows-only`, `verification.erased`.
     */
    openReceipt: (body: BirthDateProof, options?: CallOptions): Promise<OpenedReceipt> =>
      json({ method: 'POST', path: '/v1/applicant/receipt/open', body, repeat: 'keyed' }, options),
    /**
     * A link to go on with on another device. Whoever opens it gets a number, and nothing else; within 15 minutes the first device chooses the number that the person sees (`hand_off.choose`), and `hand_off.opened_at` of `/v1/applicant` says when that was done.
     * Problems of its own: `hand-off.ran-out`, `hand-off.to-be-opened`, `hand-off.waits`, `link.shows-only`, `hand-off.no-public-address`, `verification.session-expired`, `link.too-many`, `verification.erased`.
     */
    handOff: (options?: CallOptions): Promise<HandOff> =>
      json({ method: 'POST', path: '/v1/applicant/hand-off', repeat: 'keyed' }, options),
    /**
     * Say what the browser could not do. It is told with the way out, and shown in the receipt as a try that used nothing up. The state stays as it is.
     * Problems of its own: `hand-off.ran-out`, `hand-off.to-be-opened`, `hand-off.waits`, `link.shows-only`, `verification.erased`.
     */
    reportDeviceTrouble: (body: DeviceTrouble, options?: CallOptions): Promise<DeviceTroubleTold> =>
      json({ method: 'POST', path: '/v1/applicant/device-trouble', body, repeat: 'keyed' }, options),
    /**
     * Open the link in the code, on the other device. The answer is a link for this device alone, and the number that it shows. It opens the verification once the first device has chosen that number.
     * Problems of its own: `hand-off.ran-out`, `hand-off.not-a-hand-off`, `hand-off.opened-too-often`.
     */
    openHandOff: (options?: CallOptions): Promise<WaitingDevice> =>
      json({ method: 'POST', path: '/v1/applicant/hand-off/open', repeat: 'keyed' }, options),
    /**
     * The number that this device shows while it waits.
     * Problems of its own: `hand-off.ran-out`, `hand-off.not-a-hand-off`, `hand-off.not-waiting`.
     */
    getHandOff: (options?: CallOptions): Promise<HandOffWaits> =>
      json({ method: 'GET', path: '/v1/applicant/hand-off', repeat: 'safe' }, options),
    /**
     * Let in the device that shows this number. From the first device. One choice only: a number that no device shows (`nobody`) shuts out whatever waited.
     * Problems of its own: `hand-off.ran-out`, `hand-off.to-be-opened`, `hand-off.waits`, `link.shows-only`.
     */
    confirmHandOff: (body: HandOffNumber, options?: CallOptions): Promise<HandOffConfirmed> =>
      json({ method: 'POST', path: '/v1/applicant/hand-off/confirm', body, repeat: 'keyed' }, options),
    /**
     * A photograph of your own, small.
     * Problems of its own: `hand-off.ran-out`, `hand-off.to-be-opened`, `hand-off.waits`, `receipt.birth-date-needed`, `media.not-found`, `media.no-preview`, `media.erased`.
     */
    getOwnMedia: (mediaId: string, options?: CallOptions): Promise<Blob> =>
      file({ method: 'GET', path: path`/v1/applicant/media/${mediaId}`, repeat: 'safe' }, options),
    /**
     * A photograph of your own, as you sent it.
     * Problems of its own: `hand-off.ran-out`, `hand-off.to-be-opened`, `hand-off.waits`, `receipt.birth-date-needed`, `media.not-found`, `media.erased`.
     */
    getOwnOriginal: (mediaId: string, options?: CallOptions): Promise<Blob> =>
      file({ method: 'GET', path: path`/v1/applicant/media/${mediaId}/original`, repeat: 'safe' }, options),
    /**
     * All that is kept about you here, as one JSON file. What was said, sent, read, found and decided; reasons as far as they are disclosed. Photographs are named, and fetched by their ids.
     * Problems of its own: `hand-off.ran-out`, `hand-off.to-be-opened`, `hand-off.waits`, `receipt.birth-date-needed`, `verification.erased`.
     */
    getOwnData: (options?: CallOptions): Promise<Blob> =>
      file({ method: 'GET', path: '/v1/applicant/data', repeat: 'safe' }, options),
    /**
     * Stop, and erase what I sent. While nothing is decided; a receipt is opened with the birth date first. What was decided is kept as long as the operator must, and erased then.
     * Problems of its own: `hand-off.ran-out`, `hand-off.to-be-opened`, `hand-off.waits`, `receipt.birth-date-needed`, `verification.decided-already`, `verification.erased`.
     */
    eraseOwnData: (options?: CallOptions): Promise<ErasureScheduled> =>
      json({ method: 'POST', path: '/v1/applicant/erase', repeat: 'keyed' }, options),
    /**
     * Say that this was not you. While nothing is decided, everything stops and is erased (`stopped`); a receipt does that once it was opened with the birth date, and is put on record before. After an approval a person looks (`in_review`), with what you wrote. After a decline it is on record (`recorded`). The operator is told in every case.
     * Problems of its own: `hand-off.ran-out`, `hand-off.to-be-opened`, `hand-off.waits`, `verification.too-many-statements`, `verification.erased`.
     */
    disownVerification: (body: NotMe = {}, options?: CallOptions): Promise<Disowned> =>
      json({ method: 'POST', path: '/v1/applicant/not-me', body, repeat: 'keyed' }, options),
    /**
     * Which documents of a state are taken.
     * Problems of its own: `hand-off.ran-out`, `hand-off.to-be-opened`, `hand-off.waits`, `verification.erased`.
     */
    listAcceptedDocuments: (query: AcceptedDocumentsQuery, options?: CallOptions): Promise<AcceptedDocuments> =>
      json({ method: 'GET', path: '/v1/applicant/documents', query, repeat: 'safe' }, options),
    /**
     * In which language everything is said from now on. Reasons that were found before come in it, too.
     * Problems of its own: `hand-off.ran-out`, `hand-off.to-be-opened`, `hand-off.waits`, `verification.erased`.
     */
    chooseLanguage: (body: LanguageAnswer, options?: CallOptions): Promise<void> =>
      nothing({ method: 'PUT', path: '/v1/applicant/language', body, repeat: 'safe' }, options),
    /**
     * Whether there is an account for this verification, and where it is signed in to.
     * Problems of its own: `receipt.birth-date-needed`, `hand-off.to-be-opened`.
     */
    getKeptAccount: (options?: CallOptions): Promise<KeptAccount> =>
      json({ method: 'GET', path: '/v1/applicant/account', repeat: 'safe' }, options),
    /**
     * Keep an account with an address or number: ask for the code that confirms it.
     * Problems of its own: `receipt.birth-date-needed`, `hand-off.to-be-opened`, `account.kept-already`, `contact.not-a-number`, `contact.not-assigned`, `contact.landline`, `contact.costs-too-much`, `contact.not-an-address`, `contact.not-a-push-reference`, `contact-code.no-route`, `contact-code.limit-reached`, `contact-code.prefix-stopped`.
     */
    askCodeToKeepAccount: (body: AccountContact, options?: CallOptions): Promise<AccountTicket> =>
      json({ method: 'POST', path: '/v1/applicant/account/code', body, repeat: 'never' }, options),
    /**
     * What to hand to navigator.credentials.create.
     * Problems of its own: `receipt.birth-date-needed`, `hand-off.to-be-opened`, `account.kept-already`.
     */
    keepAccountPasskeyOptions: (options?: CallOptions): Promise<PasskeyOptions> =>
      json({ method: 'POST', path: '/v1/applicant/account/passkey/options', repeat: 'safe' }, options),
    /**
     * Keep an account with a passkey, and be signed in to it.
     * Problems of its own: `receipt.birth-date-needed`, `hand-off.to-be-opened`, `account.kept-already`, `account.passkey-refused`.
     */
    keepAccountWithPasskey: (body: PasskeyRegistration, options?: CallOptions): Promise<AccountOpened> =>
      json({ method: 'POST', path: '/v1/applicant/account/passkey', body, repeat: 'never' }, options),
    /**
     * Be told by e-mail when your country is served. One mail now, which has the link by which the address is forgotten, and one when a version of the policy that serves it is published. An address that waits already gets no other first mail, and the answer is the same. It is forgotten after two years, too.
     * Problems of its own: `hand-off.ran-out`, `hand-off.to-be-opened`, `hand-off.waits`, `link.shows-only`, `notice.not-for-this`, `notice.no-mail`.
     */
    askForNotice: (body: NoticeOfChange, options?: CallOptions): Promise<NoticeTaken> =>
      json({ method: 'POST', path: '/v1/applicant/notice-of-change', body, repeat: 'keyed' }, options),
    /** Who asks: name, colours and logo. */
    getBrand: (options?: CallOptions): Promise<ApplicantBrand> =>
      json({ method: 'GET', path: '/v1/applicant/brand', repeat: 'safe' }, options),
    /**
     * The logo, a PNG.
     * Problems of its own: `brand.no-logo`.
     */
    getLogo: (query: LogoQuery = {}, options?: CallOptions): Promise<Blob> =>
      file({ method: 'GET', path: '/v1/applicant/brand/logo', query, repeat: 'safe' }, options),
    policies: {
      /**
       * A version in plain words: what an applicant needs, or the practice for an auditor. An applicant reads the version that their verification is made under, and no other; an auditor's words are English.
       * Problems of its own: `policy.version-not-found`.
       */
      getWords: (id: string, version: number, query: PolicyWordsQuery, options?: CallOptions): Promise<PolicyWords> =>
        json({ method: 'GET', path: path`/v1/policies/${id}/versions/${version}/words`, query, repeat: 'safe' }, options),
      /**
       * Whether somebody may apply, and every reason why not, before anything is taken. Judges what is declared by the published version of a policy, or by the version of the verification where an applicant asks. Nothing of the request or the answer is kept.
       * Problems of its own: `policy.not-found`, `policy.nothing-published`, `preflight.policy-not-named`, `preflight.policy-is-given`.
       */
      preflight: (body: PreflightBody = {}, options?: CallOptions): Promise<PreflightAnswer> =>
        json({ method: 'POST', path: '/v1/preflight', body, repeat: 'safe' }, options),
    },
    reasonCodes: {
      /** Everything that may be said against an attempt. */
      list: (query: ReasonCodeQuery = {}, options?: CallOptions): Promise<ReasonCodeList> =>
        json({ method: 'GET', path: '/v1/reason-codes', query, repeat: 'safe' }, options),
    },
    reports: {
      /** The public key of this installation (Ed25519, base64). */
      getSigningKey: (options?: CallOptions): Promise<SigningKey> =>
        json({ method: 'GET', path: '/v1/signing-key', repeat: 'safe' }, options),
    },
  } as const;
}
