// Written by scripts/generate-sdk.ts (npm run sdk). Do not change it here.
import type { CallOptions, Transport } from '../api-request.ts';
import { everyItem } from '../every-item.ts';
import { path } from '../path.ts';
import type { Photograph, UploadOptions } from '../photograph.ts';
import type {
  AccountRecoveryList,
  AccountRecoveryQuery,
  AccountSettings,
  ApiKeyPage,
  AuditCheckpoint,
  AuditEntryList,
  AuditVerdict,
  Brand,
  BrandChange,
  CodeAnswer,
  CodeEntered,
  ContactCode,
  ContactCodeBody,
  ContactCodeMade,
  CreateVerification,
  CreatedVerification,
  Deliverability,
  DeliverabilityQuery,
  Event,
  EventList,
  EventQuery,
  FixtureQuery,
  ListAudit,
  ListPeople,
  ListReviews,
  ListVerifications,
  ListWebhookDeliveries,
  Member,
  MemberPage,
  NewWebhookEndpoint,
  Numbers,
  NumbersQuery,
  OutageList,
  OutageQuery,
  PolicyDraftBody,
  PolicyDraftWords,
  PolicyDraftWordsBody,
  PolicyHistory,
  PolicyList,
  PolicyListQuery,
  PolicyResource,
  PolicyVerdict,
  PolicyVersion,
  PolicyWords,
  PolicyWordsQuery,
  PreflightAnswer,
  PreflightBody,
  ReasonCodeList,
  ReasonCodeQuery,
  RedeliverWebhooks,
  RedeliveredWebhooks,
  ResendBody,
  ReturnHosts,
  ReturnHostsBody,
  Review,
  ReviewDecision,
  ReviewList,
  SignedReport,
  SigningKey,
  SimulateBody,
  Simulation,
  Story,
  TestClock,
  TestClockChange,
  TestFixtureList,
  TestScenario,
  TestScenarioChange,
  Verification,
  VerificationList,
  VerifyAudit,
  WebhookDelivery,
  WebhookDeliveryList,
  WebhookEndpoint,
  WebhookEndpointChange,
  WebhookEndpointList,
  WebhookEndpointWithSecret,
} from './types.ts';

/** What an API key may ask. */
export function operatorApi({ json, nothing, file }: Transport) {
  return {
    accountRecoveries: {
      /**
       * Recoveries of accounts, the newest first.
       * Right: `reviews:read`.
       */
      list: (query: AccountRecoveryQuery = {}, options?: CallOptions): Promise<AccountRecoveryList> =>
        json({ method: 'GET', path: '/v1/account-recoveries', query, repeat: 'safe' }, options),
      /**
       * How long a recovery waits, and the policy that it is verified under.
       * Right: `policies:read`.
       */
      getSettings: (options?: CallOptions): Promise<AccountSettings> =>
        json({ method: 'GET', path: '/v1/account-settings', repeat: 'safe' }, options),
    },
    apiKeys: {
      /**
       * API keys of both modes, the newest first.
       * Right: `keys:read`.
       */
      list: (query: ListPeople = {}, options?: CallOptions): Promise<ApiKeyPage> =>
        json({ method: 'GET', path: '/v1/api-keys', query, repeat: 'safe' }, options),
      /** All of `list`, page by page as the loop goes on. */
      listAll: (query: ListPeople = {}, options?: CallOptions): AsyncIterable<ApiKeyPage['data'][number]> =>
        everyItem(query.cursor, (cursor): Promise<ApiKeyPage> =>
          json({ method: 'GET', path: '/v1/api-keys', query: { ...query, cursor }, repeat: 'safe' }, options)),
    },
    audit: {
      /**
       * Who did what, the newest first. A test key finds entries of test mode alone; a live key and members find those of both.
       * Right: `audit:read`.
       */
      listEntries: (query: ListAudit = {}, options?: CallOptions): Promise<AuditEntryList> =>
        json({ method: 'GET', path: '/v1/audit-entries', query, repeat: 'safe' }, options),
      /** All of `listEntries`, page by page as the loop goes on. */
      listAllEntries: (query: ListAudit = {}, options?: CallOptions): AsyncIterable<AuditEntryList['data'][number]> =>
        everyItem(query.cursor, (cursor): Promise<AuditEntryList> =>
          json({ method: 'GET', path: '/v1/audit-entries', query: { ...query, cursor }, repeat: 'safe' }, options)),
      /**
       * The newest signed checkpoint. Keep it elsewhere: with it `POST /v1/audit-entries/verify` finds out even whoever cut the end off together with what had signed it.
       * Right: `audit:read`.
       * Problems of its own: `audit.no-checkpoint`.
       */
      getCheckpoint: (options?: CallOptions): Promise<AuditCheckpoint> =>
        json({ method: 'GET', path: '/v1/audit-entries/checkpoint', repeat: 'safe' }, options),
      /**
       * Walk the record: does it hold, and to which entry. Hashes every entry again and compares it with every checkpoint. This server checks itself here; `vidimus audit verify FILE` does the same to an export, without trusting it.
       * Right: `audit:read`.
       */
      verify: (body: VerifyAudit = {}, options?: CallOptions): Promise<AuditVerdict> =>
        json({ method: 'POST', path: '/v1/audit-entries/verify', body, repeat: 'keyed' }, options),
      /**
       * The whole record, signed. One JSON object a line. Verify it anywhere with `vidimus audit verify FILE`.
       * Right: `audit:read`.
       * Problems of its own: `audit.needs-live-key`.
       */
      export: (options?: CallOptions): Promise<Blob> =>
        file({ method: 'GET', path: '/v1/audit-export', repeat: 'safe' }, options),
    },
    contactCodes: {
      /**
       * Send somebody a one-time code. By the best route to the country; where no receipt comes in the route’s usual time, the next one has it. `state` is `refused` where no route serves the country, with the reason.
       * Right: `verifications:write`.
       * Problems of its own: `contact.not-a-number`, `contact.not-assigned`, `contact.landline`, `contact.costs-too-much`, `contact.not-an-address`, `contact.not-a-push-reference`, `verification.return-url-not-allowed`, `contact-code.no-route`, `contact-code.limit-reached`, `contact-code.prefix-stopped`.
       */
      send: (body: ContactCodeBody, options?: CallOptions): Promise<ContactCodeMade> =>
        json({ method: 'POST', path: '/v1/contact-codes', body, repeat: 'keyed' }, options),
      /**
       * What became of a code and of each of its messages.
       * Right: `verifications:read`.
       * Problems of its own: `contact-code.not-found`.
       */
      get: (id: string, options?: CallOptions): Promise<ContactCode> =>
        json({ method: 'GET', path: path`/v1/contact-codes/${id}`, repeat: 'safe' }, options),
      /**
       * Enter a code. Five tries; the first message’s code and a resent one are the same. What is not accepted is an answer with its reason, and no refusal of the request.
       * Right: `verifications:write`.
       * Problems of its own: `contact-code.not-found`.
       */
      verify: (id: string, body: CodeEntered, options?: CallOptions): Promise<CodeAnswer> =>
        json({ method: 'POST', path: path`/v1/contact-codes/${id}/verify`, body, repeat: 'safe' }, options),
      /**
       * Send the same code again, by another route or channel.
       * Right: `verifications:write`.
       * Problems of its own: `contact-code.not-found`, `contact-code.no-route`, `contact-code.limit-reached`, `contact-code.prefix-stopped`, `contact-code.not-waiting`, `contact.landline`, `contact-code.too-soon`.
       */
      resend: (id: string, body: ResendBody = {}, options?: CallOptions): Promise<ContactCode> =>
        json({ method: 'POST', path: path`/v1/contact-codes/${id}/resend`, body, repeat: 'keyed' }, options),
    },
    deliverability: {
      /**
       * What became of messages, by country, prefix and route. Counted hour by hour every few seconds from what carriers tell, and kept for 13 months, after a month day by day; of a number no more than calling code and three digits. Small counts are told as they are: who may ask this may see each code’s deliveries, and an outage of a small prefix has to be seen. A code that was entered counts as delivered, whatever the carrier says. Times are the real ones, in test mode, too.
       * Right: `verifications:read`.
       */
      get: (query: DeliverabilityQuery = {}, options?: CallOptions): Promise<Deliverability> =>
        json({ method: 'GET', path: '/v1/deliverability', query, repeat: 'safe' }, options),
    },
    events: {
      /**
       * What happened, newest first.
       * Right: `events:read`.
       */
      list: (query: EventQuery = {}, options?: CallOptions): Promise<EventList> =>
        json({ method: 'GET', path: '/v1/events', query, repeat: 'safe' }, options),
      /** All of `list`, page by page as the loop goes on. */
      listAll: (query: EventQuery = {}, options?: CallOptions): AsyncIterable<EventList['data'][number]> =>
        everyItem(query.cursor, (cursor): Promise<EventList> =>
          json({ method: 'GET', path: '/v1/events', query: { ...query, cursor }, repeat: 'safe' }, options)),
      /**
       * One event.
       * Right: `events:read`.
       * Problems of its own: `event.not-found`.
       */
      get: (id: string, options?: CallOptions): Promise<Event> =>
        json({ method: 'GET', path: path`/v1/events/${id}`, repeat: 'safe' }, options),
    },
    members: {
      /**
       * Members, the oldest first.
       * Right: `members:read`.
       */
      list: (query: ListPeople = {}, options?: CallOptions): Promise<MemberPage> =>
        json({ method: 'GET', path: '/v1/members', query, repeat: 'safe' }, options),
      /** All of `list`, page by page as the loop goes on. */
      listAll: (query: ListPeople = {}, options?: CallOptions): AsyncIterable<MemberPage['data'][number]> =>
        everyItem(query.cursor, (cursor): Promise<MemberPage> =>
          json({ method: 'GET', path: '/v1/members', query: { ...query, cursor }, repeat: 'safe' }, options)),
      /**
       * One member.
       * Right: `members:read`.
       * Problems of its own: `member.not-found`.
       */
      get: (id: string, options?: CallOptions): Promise<Member> =>
        json({ method: 'GET', path: path`/v1/members/${id}`, repeat: 'safe' }, options),
    },
    numbers: {
      /**
       * How many were verified, how soon, and why not. Days in UTC, `to` excluded. Counted from facts that were noted when they happened and name nobody, so that erasure leaves them. Callers without evidence:read get no days of a group, and of a group with fewer than 5 in any count not its outcomes, or nothing but its name; where subtracting the other groups from the whole would tell, more groups are kept back, or all. Together with what colleagues know, the one applicant of a country is a person, and that person’s outcome and reasons are what the right protects.
       * Right: `verifications:read`.
       */
      get: (query: NumbersQuery, options?: CallOptions): Promise<Numbers> =>
        json({ method: 'GET', path: '/v1/numbers', query, repeat: 'safe' }, options),
    },
    organization: {
      /** Hosts to which applicants may be led back. */
      getReturnHosts: (options?: CallOptions): Promise<ReturnHosts> =>
        json({ method: 'GET', path: '/v1/organization/return-hosts', repeat: 'safe' }, options),
      /**
       * Name the hosts to which applicants may be led back. Each whole, as in `shop.example.com`; subdomains are hosts of their own. `return_url` of a new verification must be on one of them, and that site may frame its pages. Empty: any host, so that whoever has a key chooses where your applicants are led.
       * Right: `organization:write`.
       */
      putReturnHosts: (body: ReturnHostsBody, options?: CallOptions): Promise<ReturnHosts> =>
        json({ method: 'PUT', path: '/v1/organization/return-hosts', body, repeat: 'safe' }, options),
      /** Name, colours and logo that applicants see. */
      getBrand: (options?: CallOptions): Promise<Brand> =>
        json({ method: 'GET', path: '/v1/organization/brand', repeat: 'safe' }, options),
      /**
       * Set the name and the colour. Text on the colour, and the colour on white and on black, must be readable: contrast of at least 4.5. Where the colour does not hold, the nearest that does is answered in `colours`, and used.
       * Right: `organization:write`.
       */
      putBrand: (body: BrandChange, options?: CallOptions): Promise<Brand> =>
        json({ method: 'PUT', path: '/v1/organization/brand', body, repeat: 'safe' }, options),
      /**
       * Send the logo, as the raw body. PNG, JPEG or WebP, at most 1 MB. It is drawn anew, at most 512 pixels wide or high, on white where it is transparent.
       * Right: `organization:write`.
       * Problems of its own: `brand.logo-not-usable`.
       */
      putLogo: (photograph: Photograph, options: CallOptions & UploadOptions = {}): Promise<Brand> =>
        json({ method: 'PUT', path: '/v1/organization/brand/logo', upload: { photograph, mediaType: options.mediaType }, repeat: 'safe' }, options),
      /**
       * Take the logo away.
       * Right: `organization:write`.
       */
      removeLogo: (options?: CallOptions): Promise<void> =>
        nothing({ method: 'DELETE', path: '/v1/organization/brand/logo', repeat: 'safe' }, options),
    },
    outages: {
      /**
       * Where messages do not arrive, or did not, newest first. Recognised from different numbers that get nothing within 15 minutes: at least five, at least half, and more than chance and that carrier’s habit explain. Show the open ones without `route` to people before they ask for a code.
       * Right: `verifications:read`.
       */
      list: (query: OutageQuery = {}, options?: CallOptions): Promise<OutageList> =>
        json({ method: 'GET', path: '/v1/outages', query, repeat: 'safe' }, options),
      /** All of `list`, page by page as the loop goes on. */
      listAll: (query: OutageQuery = {}, options?: CallOptions): AsyncIterable<OutageList['data'][number]> =>
        everyItem(query.cursor, (cursor): Promise<OutageList> =>
          json({ method: 'GET', path: '/v1/outages', query: { ...query, cursor }, repeat: 'safe' }, options)),
    },
    policies: {
      /**
       * List policies, the newest first.
       * Right: `policies:read`.
       */
      list: (query: PolicyListQuery = {}, options?: CallOptions): Promise<PolicyList> =>
        json({ method: 'GET', path: '/v1/policies', query, repeat: 'safe' }, options),
      /** All of `list`, page by page as the loop goes on. */
      listAll: (query: PolicyListQuery = {}, options?: CallOptions): AsyncIterable<PolicyList['data'][number]> =>
        everyItem(query.cursor, (cursor): Promise<PolicyList> =>
          json({ method: 'GET', path: '/v1/policies', query: { ...query, cursor }, repeat: 'safe' }, options)),
      /**
       * Make a policy, with its first draft.
       * Right: `policies:write`.
       * Problems of its own: `policy.not-valid`.
       */
      create: (body: PolicyDraftBody, options?: CallOptions): Promise<PolicyResource> =>
        json({ method: 'POST', path: '/v1/policies', body, repeat: 'keyed' }, options),
      /**
       * Read a policy and the list of its versions.
       * Right: `policies:read`.
       * Problems of its own: `policy.not-found`.
       */
      get: (id: string, options?: CallOptions): Promise<PolicyResource> =>
        json({ method: 'GET', path: path`/v1/policies/${id}`, repeat: 'safe' }, options),
      /**
       * Replace the draft, or begin the next version.
       * Right: `policies:write`.
       * Problems of its own: `policy.not-found`, `policy.not-valid`.
       */
      putDraft: (id: string, body: PolicyDraftBody, options?: CallOptions): Promise<PolicyVersion> =>
        json({ method: 'PUT', path: path`/v1/policies/${id}/draft`, body, repeat: 'safe' }, options),
      /**
       * Publish the draft; the version before is archived.
       * Right: `policies:write`.
       * Problems of its own: `policy.not-found`, `policy.no-draft`, `policy.no-route`.
       */
      publish: (id: string, options?: CallOptions): Promise<PolicyResource> =>
        json({ method: 'POST', path: path`/v1/policies/${id}/publish`, repeat: 'keyed' }, options),
      /**
       * Archive the published version: no new verification uses the policy.
       * Right: `policies:write`.
       * Problems of its own: `policy.not-found`, `policy.nothing-published`.
       */
      archive: (id: string, options?: CallOptions): Promise<PolicyResource> =>
        json({ method: 'POST', path: path`/v1/policies/${id}/archive`, repeat: 'keyed' }, options),
      /**
       * Use this policy where a new verification names none. In place of the one before. While none is the default, or the default has nothing published, the only published policy is used, and where there are several, one must be named.
       * Right: `policies:write`.
       * Problems of its own: `policy.not-found`, `policy.nothing-published`.
       */
      makeDefault: (id: string, options?: CallOptions): Promise<PolicyResource> =>
        json({ method: 'POST', path: path`/v1/policies/${id}/make-default`, repeat: 'keyed' }, options),
      /**
       * Read one version of a policy.
       * Right: `policies:read`.
       * Problems of its own: `policy.version-not-found`.
       */
      getVersion: (id: string, version: number, options?: CallOptions): Promise<PolicyVersion> =>
        json({ method: 'GET', path: path`/v1/policies/${id}/versions/${version}`, repeat: 'safe' }, options),
      /**
       * Every version, the newest first, and who published it.
       * Right: `policies:read`.
       * Problems of its own: `policy.not-found`.
       */
      listVersions: (id: string, options?: CallOptions): Promise<PolicyHistory> =>
        json({ method: 'GET', path: path`/v1/policies/${id}/versions`, repeat: 'safe' }, options),
      /**
       * A version in plain words: what an applicant needs, or the practice for an auditor. An applicant reads the version that their verification is made under, and no other; an auditor's words are English.
       * Right: `policies:read`.
       * Problems of its own: `policy.version-not-found`.
       */
      getWords: (id: string, version: number, query: PolicyWordsQuery, options?: CallOptions): Promise<PolicyWords> =>
        json({ method: 'GET', path: path`/v1/policies/${id}/versions/${version}/words`, query, repeat: 'safe' }, options),
      /**
       * Everything that is wrong with a document, and where. Whatever is wrong is the answer, not a refusal: an editor asks at every stroke.
       * Right: `policies:read`.
       */
      validate: (body: PolicyDraftBody, options?: CallOptions): Promise<PolicyVerdict> =>
        json({ method: 'POST', path: '/v1/policies/validate', body, repeat: 'safe' }, options),
      /**
       * A document in plain words: what an applicant would read, or an auditor.
       * Right: `policies:read`.
       * Problems of its own: `policy.not-valid`.
       */
      tellWords: (body: PolicyDraftWordsBody, options?: CallOptions): Promise<PolicyDraftWords> =>
        json({ method: 'POST', path: '/v1/policies/words', body, repeat: 'safe' }, options),
      /**
       * Whether somebody may apply, and every reason why not, before anything is taken. Judges what is declared by the published version of a policy, or by the version of the verification where an applicant asks. Nothing of the request or the answer is kept.
       * Right: `policies:read`.
       * Problems of its own: `policy.not-found`, `policy.nothing-published`, `preflight.policy-not-named`, `preflight.policy-is-given`.
       */
      preflight: (body: PreflightBody = {}, options?: CallOptions): Promise<PreflightAnswer> =>
        json({ method: 'POST', path: '/v1/preflight', body, repeat: 'safe' }, options),
      /**
       * Who would have fared differently under the draft. Judges the last decided verifications again without their photographs, from the fields and measures on file, and says what could not be judged so. Changes nothing; the answer has ids and codes alone.
       * Right: `policies:write`.
       * Problems of its own: `policy.not-found`, `policy.version-not-found`, `policy.no-draft`.
       */
      simulate: (id: string, body: SimulateBody, options?: CallOptions): Promise<Simulation> =>
        json({ method: 'POST', path: path`/v1/policies/${id}/simulate`, body, repeat: 'safe' }, options),
    },
    reasonCodes: {
      /** Everything that may be said against an attempt. */
      list: (query: ReasonCodeQuery = {}, options?: CallOptions): Promise<ReasonCodeList> =>
        json({ method: 'GET', path: '/v1/reason-codes', query, repeat: 'safe' }, options),
    },
    reports: {
      /**
       * The report, signed (JSON). Verify it far from here with `vidimus report verify FILE`. The key is published at /v1/signing-key.
       * Right: `evidence:read`.
       * Problems of its own: `verification.not-found`, `verification.erased`.
       */
      get: (id: string, options?: CallOptions): Promise<SignedReport> =>
        json({ method: 'GET', path: path`/v1/verifications/${id}/report`, repeat: 'safe' }, options),
      /**
       * The report, signed (PDF).
       * Right: `evidence:read`.
       * Problems of its own: `verification.not-found`, `verification.erased`.
       */
      getPdf: (id: string, options?: CallOptions): Promise<Blob> =>
        file({ method: 'GET', path: path`/v1/verifications/${id}/report.pdf`, repeat: 'safe' }, options),
      /** The public key of this installation (Ed25519, base64). */
      getSigningKey: (options?: CallOptions): Promise<SigningKey> =>
        json({ method: 'GET', path: '/v1/signing-key', repeat: 'safe' }, options),
    },
    reviews: {
      /**
       * Who waits for a person, the newest first.
       * Right: `reviews:read`.
       */
      list: (query: ListReviews = {}, options?: CallOptions): Promise<ReviewList> =>
        json({ method: 'GET', path: '/v1/reviews', query, repeat: 'safe' }, options),
      /** All of `list`, page by page as the loop goes on. */
      listAll: (query: ListReviews = {}, options?: CallOptions): AsyncIterable<ReviewList['data'][number]> =>
        everyItem(query.cursor, (cursor): Promise<ReviewList> =>
          json({ method: 'GET', path: '/v1/reviews', query: { ...query, cursor }, repeat: 'safe' }, options)),
      /**
       * Take a review.
       * Right: `reviews:write`.
       * Problems of its own: `review.needs-a-person`, `review.not-found`, `review.claimed-by-another`, `review.decided`, `review.needs-another-person`.
       */
      claim: (id: string, options?: CallOptions): Promise<Review> =>
        json({ method: 'POST', path: path`/v1/reviews/${id}/claim`, repeat: 'keyed' }, options),
      /**
       * Give a review back to the queue.
       * Right: `reviews:write`.
       * Problems of its own: `review.needs-a-person`, `review.not-found`, `review.claimed-by-another`, `review.decided`, `review.needs-another-person`.
       */
      release: (id: string, options?: CallOptions): Promise<Review> =>
        json({ method: 'POST', path: path`/v1/reviews/${id}/release`, repeat: 'keyed' }, options),
      /**
       * Decide, with grounds. A refusal cites at least one registered code; what the applicant reads names it, the grounds, and the last day to appeal. In live mode a person decides; in test mode a key may play one.
       * Right: `reviews:write`.
       * Problems of its own: `review.needs-a-person`, `review.not-found`, `review.claimed-by-another`, `review.decided`, `review.needs-another-person`, `verification.not-from-here`, `verification.erased`, `decision.decline-needs-ground`, `decision.person-needs-grounds`, `decision.reason-not-citable`, `verification.nothing-to-do-again`.
       */
      decide: (id: string, body: ReviewDecision, options?: CallOptions): Promise<Review> =>
        json({ method: 'POST', path: path`/v1/reviews/${id}/decision`, body, repeat: 'keyed' }, options),
    },
    testMode: {
      /**
       * Say what time it is in test mode. Of the whole organization, and of test mode alone. It stands still until it is set again. Links that run out, promises that pass and data whose time is over are dealt with before the answer.
       * Right: `test:write`.
       * Problems of its own: `test-mode.needs-test-key`.
       */
      setClock: (body: TestClockChange, options?: CallOptions): Promise<TestClock> =>
        json({ method: 'PUT', path: '/v1/test/clock', body, repeat: 'safe' }, options),
      /**
       * Go back to the real time.
       * Right: `test:write`.
       * Problems of its own: `test-mode.needs-test-key`.
       */
      resetClock: (options?: CallOptions): Promise<TestClock> =>
        json({ method: 'DELETE', path: '/v1/test/clock', repeat: 'safe' }, options),
      /**
       * How to provoke every reason there is.
       * Right: `test:write`.
       * Problems of its own: `test-mode.needs-test-key`.
       */
      listFixtures: (options?: CallOptions): Promise<TestFixtureList> =>
        json({ method: 'GET', path: '/v1/test/fixtures', repeat: 'safe' }, options),
      /**
       * A photograph that provokes a reason. Of a drawn document of nobody; dates on it count from the month of test mode’s clock. The first time it takes some seconds.
       * Right: `test:write`.
       * Problems of its own: `test-mode.needs-test-key`, `test-mode.no-such-fixture`.
       */
      getFixture: (code: string, side: 'front' | 'back', query: FixtureQuery = {}, options?: CallOptions): Promise<Blob> =>
        file({ method: 'GET', path: path`/v1/test/fixtures/${code}/${side}`, query, repeat: 'safe' }, options),
      /**
       * Say what is found when this verification is judged next. For outcomes that no photograph provokes. It is found beside what the engine finds, once, and its evidence says that it is simulated. `provider_unavailable` delays: the verification goes on by itself.
       * Right: `test:write`.
       * Problems of its own: `test-mode.needs-test-key`, `verification.not-found`, `verification.erased`, `test-mode.nothing-judged`.
       */
      setScenario: (id: string, body: TestScenarioChange, options?: CallOptions): Promise<TestScenario> =>
        json({ method: 'POST', path: path`/v1/test/verifications/${id}/scenario`, body, repeat: 'keyed' }, options),
    },
    verifications: {
      /**
       * Start a verification. `link.url` is the applicant’s page; `link.token` opens the same verification from your own page or app. Both are shown once. An applicant from a country that the policy does not serve is declined here, before anything is asked for.
       * Right: `verifications:write`.
       * Problems of its own: `policy.not-found`, `policy.not-published`, `policy.accepts-specimens`, `policy.not-named`, `verification.return-url-not-allowed`, `verification.contact-refused`.
       */
      create: (body: CreateVerification = {}, options?: CallOptions): Promise<CreatedVerification> =>
        json({ method: 'POST', path: '/v1/verifications', body, repeat: 'keyed' }, options),
      /**
       * Look up a verification. Sentences, values and places of reasons are shown to callers with the right evidence:read.
       * Right: `verifications:read`.
       * Problems of its own: `verification.not-found`.
       */
      get: (id: string, options?: CallOptions): Promise<Verification> =>
        json({ method: 'GET', path: path`/v1/verifications/${id}`, repeat: 'safe' }, options),
      /**
       * List verifications, the newest first.
       * Right: `verifications:read`.
       */
      list: (query: ListVerifications = {}, options?: CallOptions): Promise<VerificationList> =>
        json({ method: 'GET', path: '/v1/verifications', query, repeat: 'safe' }, options),
      /** All of `list`, page by page as the loop goes on. */
      listAll: (query: ListVerifications = {}, options?: CallOptions): AsyncIterable<VerificationList['data'][number]> =>
        everyItem(query.cursor, (cursor): Promise<VerificationList> =>
          json({ method: 'GET', path: '/v1/verifications', query: { ...query, cursor }, repeat: 'safe' }, options)),
      /**
       * Call a verification off.
       * Right: `verifications:write`.
       * Problems of its own: `verification.not-found`, `verification.not-from-here`, `verification.erased`.
       */
      cancel: (id: string, options?: CallOptions): Promise<Verification> =>
        json({ method: 'POST', path: path`/v1/verifications/${id}/cancel`, repeat: 'keyed' }, options),
      /**
       * A photograph, small and without metadata.
       * Right: `evidence:read`.
       * Problems of its own: `verification.not-found`, `verification.erased`, `media.not-found`, `media.no-preview`, `media.erased`.
       */
      getMedia: (id: string, mediaId: string, options?: CallOptions): Promise<Blob> =>
        file({ method: 'GET', path: path`/v1/verifications/${id}/media/${mediaId}`, repeat: 'safe' }, options),
      /**
       * Everything about a verification, on one screen. Photographs with their size, every attempt with what was found on it, fields witness by witness, checks, claims, decisions with their grounds and rules, reviews, appeals, and what happened when. Each reading is an entry of the record (`evidence.viewed`).
       * Right: `evidence:read`.
       * Problems of its own: `verification.not-found`, `verification.erased`.
       */
      getStory: (id: string, options?: CallOptions): Promise<Story> =>
        json({ method: 'GET', path: path`/v1/verifications/${id}/story`, repeat: 'safe' }, options),
    },
    webhooks: {
      /**
       * Be told of events at a URL. The answer holds the secret that signs the webhooks, this once.
       * Right: `webhooks:write`.
       * Problems of its own: `webhook-url.malformed`, `webhook-url.not-https`, `webhook-url.has-credentials`, `webhook-url.has-fragment`, `webhook-url.port-not-allowed`, `webhook-url.address-in-disguise`, `webhook-url.local-name`, `webhook-address.not-global`, `webhook-endpoint.too-many`.
       */
      createEndpoint: (body: NewWebhookEndpoint, options?: CallOptions): Promise<WebhookEndpointWithSecret> =>
        json({ method: 'POST', path: '/v1/webhook-endpoints', body, repeat: 'keyed' }, options),
      /**
       * Who is told of events.
       * Right: `webhooks:read`.
       */
      listEndpoints: (options?: CallOptions): Promise<WebhookEndpointList> =>
        json({ method: 'GET', path: '/v1/webhook-endpoints', repeat: 'safe' }, options),
      /**
       * One endpoint.
       * Right: `webhooks:read`.
       * Problems of its own: `webhook-endpoint.not-found`.
       */
      getEndpoint: (id: string, options?: CallOptions): Promise<WebhookEndpoint> =>
        json({ method: 'GET', path: path`/v1/webhook-endpoints/${id}`, repeat: 'safe' }, options),
      /**
       * Change where events go, which, and whether. Deliveries that wait go to the new URL; those of a disabled endpoint are called off when their turn comes.
       * Right: `webhooks:write`.
       * Problems of its own: `webhook-url.malformed`, `webhook-url.not-https`, `webhook-url.has-credentials`, `webhook-url.has-fragment`, `webhook-url.port-not-allowed`, `webhook-url.address-in-disguise`, `webhook-url.local-name`, `webhook-address.not-global`, `webhook-endpoint.not-found`.
       */
      updateEndpoint: (id: string, body: WebhookEndpointChange = {}, options?: CallOptions): Promise<WebhookEndpoint> =>
        json({ method: 'PATCH', path: path`/v1/webhook-endpoints/${id}`, body, repeat: 'never' }, options),
      /**
       * Remove an endpoint with its secret and its deliveries. The events stay. To keep the deliveries, disable the endpoint instead.
       * Right: `webhooks:write`.
       * Problems of its own: `webhook-endpoint.not-found`.
       */
      deleteEndpoint: (id: string, options?: CallOptions): Promise<void> =>
        nothing({ method: 'DELETE', path: path`/v1/webhook-endpoints/${id}`, repeat: 'safe' }, options),
      /**
       * Exchange the secret. The answer holds the new secret, this once. For 24 hours every webhook carries a signature of each of the two; a third one, from an exchange before, ends at once.
       * Right: `webhooks:write`.
       * Problems of its own: `webhook-endpoint.not-found`.
       */
      rotateSecret: (id: string, options?: CallOptions): Promise<WebhookEndpointWithSecret> =>
        json({ method: 'POST', path: path`/v1/webhook-endpoints/${id}/rotate-secret`, repeat: 'keyed' }, options),
      /**
       * What was sent to an endpoint, newest first, with every try.
       * Right: `webhooks:read`.
       * Problems of its own: `webhook-endpoint.not-found`.
       */
      listDeliveries: (id: string, query: ListWebhookDeliveries = {}, options?: CallOptions): Promise<WebhookDeliveryList> =>
        json({ method: 'GET', path: path`/v1/webhook-endpoints/${id}/deliveries`, query, repeat: 'safe' }, options),
      /** All of `listDeliveries`, page by page as the loop goes on. */
      listAllDeliveries: (id: string, query: ListWebhookDeliveries = {}, options?: CallOptions): AsyncIterable<WebhookDeliveryList['data'][number]> =>
        everyItem(query.cursor, (cursor): Promise<WebhookDeliveryList> =>
          json({ method: 'GET', path: path`/v1/webhook-endpoints/${id}/deliveries`, query: { ...query, cursor }, repeat: 'safe' }, options)),
      /**
       * One delivery with every try.
       * Right: `webhooks:read`.
       * Problems of its own: `webhook-delivery.not-found`.
       */
      getDelivery: (id: string, options?: CallOptions): Promise<WebhookDelivery> =>
        json({ method: 'GET', path: path`/v1/webhook-deliveries/${id}`, repeat: 'safe' }, options),
      /**
       * Send a test event. Sends `webhook.test` to this endpoint, whatever it asked for. The delivery shows what came of it.
       * Right: `webhooks:write`.
       * Problems of its own: `webhook-endpoint.not-found`, `webhook-endpoint.disabled`.
       */
      testEndpoint: (id: string, options?: CallOptions): Promise<WebhookDelivery> =>
        json({ method: 'POST', path: path`/v1/webhook-endpoints/${id}/test`, repeat: 'keyed' }, options),
      /**
       * Send an event to the same endpoint again. A new delivery with its own tries, under the same `webhook-id`: a receiver that had it already drops it.
       * Right: `webhooks:write`.
       * Problems of its own: `webhook-delivery.not-found`, `webhook-delivery.still-pending`, `webhook-endpoint.disabled`.
       */
      redeliver: (id: string, options?: CallOptions): Promise<WebhookDelivery> =>
        json({ method: 'POST', path: path`/v1/webhook-deliveries/${id}/redeliver`, repeat: 'keyed' }, options),
      /**
       * Send again whatever an endpoint was not told. Every event whose deliveries to it were given up, of those made since then, the oldest first, at most 500 at once. What was delivered in the meantime, or is on its way, is left alone.
       * Right: `webhooks:write`.
       * Problems of its own: `webhook-endpoint.not-found`, `webhook-endpoint.disabled`.
       */
      redeliverMissedEvents: (id: string, body: RedeliverWebhooks, options?: CallOptions): Promise<RedeliveredWebhooks> =>
        json({ method: 'POST', path: path`/v1/webhook-endpoints/${id}/redeliver`, body, repeat: 'keyed' }, options),
    },
  } as const;
}
