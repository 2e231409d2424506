// Written by scripts/generate-sdk.ts (npm run sdk). Do not change it here.
/** What is sent and answered, as the server checks it. */
import type {
  acceptedDocumentsQuerySchema,
  acceptedDocumentsSchema,
  accountCodeBodySchema,
  accountCodeSchema,
  accountContactSchema,
  accountEnteredSchema,
  accountOpenedSchema,
  accountOutagesSchema,
  accountPlaceQuerySchema,
  accountReceiptSchema,
  accountRecoveryListSchema,
  accountRecoveryQuerySchema,
  accountRecoverySchema,
  accountSchema,
  accountSettingsChangeSchema,
  accountSettingsSchema,
  accountTicketSchema,
  accountTotpSchema,
  apiKeyCreatedSchema,
  apiKeyPageSchema,
  appealSchema,
  applicantBrandSchema,
  applicantViewSchema,
  auditCheckpointSchema,
  auditEntryListSchema,
  auditVerdictSchema,
  birthDateProofSchema,
  brandChangeSchema,
  brandSchema,
  codeAnswerSchema,
  codeEnteredSchema,
  consentAnswerSchema,
  contactCodeBodySchema,
  contactCodeMadeSchema,
  contactCodeSchema,
  correctContactSchema,
  createVerificationSchema,
  createdVerificationSchema,
  deliverabilityQuerySchema,
  deliverabilitySchema,
  deskSchema,
  detailsAnswerSchema,
  deviceTroubleSchema,
  deviceTroubleToldSchema,
  disownedSchema,
  erasureScheduledSchema,
  eventListSchema,
  eventQuerySchema,
  eventSchema,
  fixtureQuerySchema,
  handOffConfirmedSchema,
  handOffNumberSchema,
  handOffSchema,
  handOffWaitsSchema,
  invitationAnswerSchema,
  invitationSchema,
  keptAccountSchema,
  languageAnswerSchema,
  listAuditSchema,
  listPeopleSchema,
  listReviewsSchema,
  listVerificationsSchema,
  listWebhookDeliveriesSchema,
  logoQuerySchema,
  memberChangeSchema,
  memberInvitedSchema,
  memberPageSchema,
  memberSchema,
  newApiKeySchema,
  newMemberSchema,
  newPasswordSchema,
  newWebhookEndpointSchema,
  notMeSchema,
  noticeOfChangeSchema,
  noticeTakenSchema,
  numbersQuerySchema,
  numbersSchema,
  openedReceiptSchema,
  outageListSchema,
  outageQuerySchema,
  ownCodeAnswerSchema,
  ownCodeLanguageSchema,
  ownCodeSchema,
  ownContactBodySchema,
  passkeyAnswerSchema,
  passkeyOptionsSchema,
  passkeyRegistrationSchema,
  passkeySchema,
  passkeysSchema,
  passwordSignInSchema,
  policyDraftBodySchema,
  policyDraftWordsBodySchema,
  policyDraftWordsSchema,
  policyHistorySchema,
  policyListQuerySchema,
  policyListSchema,
  policyResourceSchema,
  policyVerdictSchema,
  policyVersionSchema,
  policyWordsQuerySchema,
  policyWordsSchema,
  preflightAnswerSchema,
  preflightBodySchema,
  reasonCodeListSchema,
  reasonCodeQuerySchema,
  receiptQuerySchema,
  receiptSchema,
  recoveryAskedSchema,
  recoveryBodySchema,
  recoveryDecisionSchema,
  recoveryStatusSchema,
  recoveryTokenSchema,
  redeliverWebhooksSchema,
  redeliveredWebhooksSchema,
  resendBodySchema,
  returnHostsBodySchema,
  returnHostsSchema,
  reviewDecisionSchema,
  reviewListSchema,
  reviewSchema,
  sessionOpenedSchema,
  sessionSchema,
  signedReportSchema,
  signingKeySchema,
  simulateBodySchema,
  simulationSchema,
  stepUpSchema,
  storySchema,
  testClockChangeSchema,
  testClockSchema,
  testFixtureListSchema,
  testScenarioChangeSchema,
  testScenarioSchema,
  ticketBodySchema,
  ticketCodeSchema,
  ticketResendSchema,
  totpCodeSchema,
  totpOfferSchema,
  verificationListSchema,
  verificationSchema,
  verifyAuditSchema,
  waitingDeviceSchema,
  webhookDeliveryListSchema,
  webhookDeliverySchema,
  webhookEndpointChangeSchema,
  webhookEndpointListSchema,
  webhookEndpointSchema,
  webhookEndpointWithSecretSchema,
} from '@vidimus/protocol';
import type { z } from 'zod';
import type { QueryOf } from '../wire.ts';

export type AcceptedDocuments = z.output<typeof acceptedDocumentsSchema>;
export type AcceptedDocumentsQuery = QueryOf<typeof acceptedDocumentsQuerySchema>;
export type Account = z.output<typeof accountSchema>;
export type AccountCode = z.output<typeof accountCodeSchema>;
export type AccountCodeBody = z.input<typeof accountCodeBodySchema>;
export type AccountContact = z.input<typeof accountContactSchema>;
export type AccountEntered = z.output<typeof accountEnteredSchema>;
export type AccountOpened = z.output<typeof accountOpenedSchema>;
export type AccountOutages = z.output<typeof accountOutagesSchema>;
export type AccountPlaceQuery = QueryOf<typeof accountPlaceQuerySchema>;
export type AccountReceipt = z.output<typeof accountReceiptSchema>;
export type AccountRecovery = z.output<typeof accountRecoverySchema>;
export type AccountRecoveryList = z.output<typeof accountRecoveryListSchema>;
export type AccountRecoveryQuery = QueryOf<typeof accountRecoveryQuerySchema>;
export type AccountSettings = z.output<typeof accountSettingsSchema>;
export type AccountSettingsChange = z.input<typeof accountSettingsChangeSchema>;
export type AccountTicket = z.output<typeof accountTicketSchema>;
export type AccountTotp = z.input<typeof accountTotpSchema>;
export type ApiKeyCreated = z.output<typeof apiKeyCreatedSchema>;
export type ApiKeyPage = z.output<typeof apiKeyPageSchema>;
export type Appeal = z.input<typeof appealSchema>;
export type ApplicantBrand = z.output<typeof applicantBrandSchema>;
export type ApplicantView = z.output<typeof applicantViewSchema>;
export type AuditCheckpoint = z.output<typeof auditCheckpointSchema>;
export type AuditEntryList = z.output<typeof auditEntryListSchema>;
export type AuditVerdict = z.output<typeof auditVerdictSchema>;
export type BirthDateProof = z.input<typeof birthDateProofSchema>;
export type Brand = z.output<typeof brandSchema>;
export type BrandChange = z.input<typeof brandChangeSchema>;
export type CodeAnswer = z.output<typeof codeAnswerSchema>;
export type CodeEntered = z.input<typeof codeEnteredSchema>;
export type ConsentAnswer = z.input<typeof consentAnswerSchema>;
export type ContactCode = z.output<typeof contactCodeSchema>;
export type ContactCodeBody = z.input<typeof contactCodeBodySchema>;
export type ContactCodeMade = z.output<typeof contactCodeMadeSchema>;
export type CorrectContact = z.input<typeof correctContactSchema>;
export type CreateVerification = z.input<typeof createVerificationSchema>;
export type CreatedVerification = z.output<typeof createdVerificationSchema>;
export type Deliverability = z.output<typeof deliverabilitySchema>;
export type DeliverabilityQuery = QueryOf<typeof deliverabilityQuerySchema>;
export type Desk = z.output<typeof deskSchema>;
export type DetailsAnswer = z.input<typeof detailsAnswerSchema>;
export type DeviceTrouble = z.input<typeof deviceTroubleSchema>;
export type DeviceTroubleTold = z.output<typeof deviceTroubleToldSchema>;
export type Disowned = z.output<typeof disownedSchema>;
export type ErasureScheduled = z.output<typeof erasureScheduledSchema>;
export type Event = z.output<typeof eventSchema>;
export type EventList = z.output<typeof eventListSchema>;
export type EventQuery = QueryOf<typeof eventQuerySchema>;
export type FixtureQuery = QueryOf<typeof fixtureQuerySchema>;
export type HandOff = z.output<typeof handOffSchema>;
export type HandOffConfirmed = z.output<typeof handOffConfirmedSchema>;
export type HandOffNumber = z.input<typeof handOffNumberSchema>;
export type HandOffWaits = z.output<typeof handOffWaitsSchema>;
export type Invitation = z.output<typeof invitationSchema>;
export type InvitationAnswer = z.input<typeof invitationAnswerSchema>;
export type KeptAccount = z.output<typeof keptAccountSchema>;
export type LanguageAnswer = z.input<typeof languageAnswerSchema>;
export type ListAudit = QueryOf<typeof listAuditSchema>;
export type ListPeople = QueryOf<typeof listPeopleSchema>;
export type ListReviews = QueryOf<typeof listReviewsSchema>;
export type ListVerifications = QueryOf<typeof listVerificationsSchema>;
export type ListWebhookDeliveries = QueryOf<typeof listWebhookDeliveriesSchema>;
export type LogoQuery = QueryOf<typeof logoQuerySchema>;
export type Member = z.output<typeof memberSchema>;
export type MemberChange = z.input<typeof memberChangeSchema>;
export type MemberInvited = z.output<typeof memberInvitedSchema>;
export type MemberPage = z.output<typeof memberPageSchema>;
export type NewApiKey = z.input<typeof newApiKeySchema>;
export type NewMember = z.input<typeof newMemberSchema>;
export type NewPassword = z.input<typeof newPasswordSchema>;
export type NewWebhookEndpoint = z.input<typeof newWebhookEndpointSchema>;
export type NotMe = z.input<typeof notMeSchema>;
export type NoticeOfChange = z.input<typeof noticeOfChangeSchema>;
export type NoticeTaken = z.output<typeof noticeTakenSchema>;
export type Numbers = z.output<typeof numbersSchema>;
export type NumbersQuery = QueryOf<typeof numbersQuerySchema>;
export type OpenedReceipt = z.output<typeof openedReceiptSchema>;
export type OutageList = z.output<typeof outageListSchema>;
export type OutageQuery = QueryOf<typeof outageQuerySchema>;
export type OwnCode = z.output<typeof ownCodeSchema>;
export type OwnCodeAnswer = z.output<typeof ownCodeAnswerSchema>;
export type OwnCodeLanguage = z.input<typeof ownCodeLanguageSchema>;
export type OwnContactBody = z.input<typeof ownContactBodySchema>;
export type Passkey = z.output<typeof passkeySchema>;
export type PasskeyAnswer = z.input<typeof passkeyAnswerSchema>;
export type PasskeyOptions = z.output<typeof passkeyOptionsSchema>;
export type PasskeyRegistration = z.input<typeof passkeyRegistrationSchema>;
export type Passkeys = z.output<typeof passkeysSchema>;
export type PasswordSignIn = z.input<typeof passwordSignInSchema>;
export type PolicyDraftBody = z.input<typeof policyDraftBodySchema>;
export type PolicyDraftWords = z.output<typeof policyDraftWordsSchema>;
export type PolicyDraftWordsBody = z.input<typeof policyDraftWordsBodySchema>;
export type PolicyHistory = z.output<typeof policyHistorySchema>;
export type PolicyList = z.output<typeof policyListSchema>;
export type PolicyListQuery = QueryOf<typeof policyListQuerySchema>;
export type PolicyResource = z.output<typeof policyResourceSchema>;
export type PolicyVerdict = z.output<typeof policyVerdictSchema>;
export type PolicyVersion = z.output<typeof policyVersionSchema>;
export type PolicyWords = z.output<typeof policyWordsSchema>;
export type PolicyWordsQuery = QueryOf<typeof policyWordsQuerySchema>;
export type PreflightAnswer = z.output<typeof preflightAnswerSchema>;
export type PreflightBody = z.input<typeof preflightBodySchema>;
export type ReasonCodeList = z.output<typeof reasonCodeListSchema>;
export type ReasonCodeQuery = QueryOf<typeof reasonCodeQuerySchema>;
export type Receipt = z.output<typeof receiptSchema>;
export type ReceiptQuery = QueryOf<typeof receiptQuerySchema>;
export type RecoveryAsked = z.output<typeof recoveryAskedSchema>;
export type RecoveryBody = z.input<typeof recoveryBodySchema>;
export type RecoveryDecision = z.input<typeof recoveryDecisionSchema>;
export type RecoveryStatus = z.output<typeof recoveryStatusSchema>;
export type RecoveryToken = z.input<typeof recoveryTokenSchema>;
export type RedeliverWebhooks = z.input<typeof redeliverWebhooksSchema>;
export type RedeliveredWebhooks = z.output<typeof redeliveredWebhooksSchema>;
export type ResendBody = z.input<typeof resendBodySchema>;
export type ReturnHosts = z.output<typeof returnHostsSchema>;
export type ReturnHostsBody = z.input<typeof returnHostsBodySchema>;
export type Review = z.output<typeof reviewSchema>;
export type ReviewDecision = z.input<typeof reviewDecisionSchema>;
export type ReviewList = z.output<typeof reviewListSchema>;
export type Session = z.output<typeof sessionSchema>;
export type SessionOpened = z.output<typeof sessionOpenedSchema>;
export type SignedReport = z.output<typeof signedReportSchema>;
export type SigningKey = z.output<typeof signingKeySchema>;
export type SimulateBody = z.input<typeof simulateBodySchema>;
export type Simulation = z.output<typeof simulationSchema>;
export type StepUp = z.input<typeof stepUpSchema>;
export type Story = z.output<typeof storySchema>;
export type TestClock = z.output<typeof testClockSchema>;
export type TestClockChange = z.input<typeof testClockChangeSchema>;
export type TestFixtureList = z.output<typeof testFixtureListSchema>;
export type TestScenario = z.output<typeof testScenarioSchema>;
export type TestScenarioChange = z.input<typeof testScenarioChangeSchema>;
export type TicketBody = z.input<typeof ticketBodySchema>;
export type TicketCode = z.input<typeof ticketCodeSchema>;
export type TicketResend = z.input<typeof ticketResendSchema>;
export type TotpCode = z.input<typeof totpCodeSchema>;
export type TotpOffer = z.output<typeof totpOfferSchema>;
export type Verification = z.output<typeof verificationSchema>;
export type VerificationList = z.output<typeof verificationListSchema>;
export type VerifyAudit = z.input<typeof verifyAuditSchema>;
export type WaitingDevice = z.output<typeof waitingDeviceSchema>;
export type WebhookDelivery = z.output<typeof webhookDeliverySchema>;
export type WebhookDeliveryList = z.output<typeof webhookDeliveryListSchema>;
export type WebhookEndpoint = z.output<typeof webhookEndpointSchema>;
export type WebhookEndpointChange = z.input<typeof webhookEndpointChangeSchema>;
export type WebhookEndpointList = z.output<typeof webhookEndpointListSchema>;
export type WebhookEndpointWithSecret = z.output<typeof webhookEndpointWithSecretSchema>;
