/** Every route there is: the interface, for whoever serves, documents, tests or generates from it. */
import type { AccountParts } from './accounts/parts.ts';
import { accountRoutes } from './accounts/routes.ts';
import { type AuditRouteParts, auditRoutes } from './audit/routes.ts';
import { type BrandParts, brandRoutes } from './brand/routes.ts';
import { type OwnCodeParts, ownCodeRoutes } from './codes/own-routes.ts';
import { codeRoutes } from './codes/routes.ts';
import { afterRoutes } from './courier/after-route.ts';
import { type InvitationParts, invitationMails } from './courier/mail-invitations.ts';
import { type NoticeParts, noticeRoutes } from './courier/notices/notice-route.ts';
import { noticesOfPolicies } from './courier/notices/notices-of-policies.ts';
import { type DeliverabilityParts, deliverabilityRoutes } from './deliverability/routes.ts';
import { type DeskParts, deskRoutes } from './desk/routes.ts';
import { eventRoutes } from './events/routes.ts';
import { reasonCodesRoute } from './http/reason-codes-route.ts';
import type { Route } from './http/route.ts';
import { numbersRoutes } from './numbers/routes.ts';
import type { PeopleParts } from './people/parts.ts';
import { peopleRoutes } from './people/routes.ts';
import { type PolicyParts, policyRoutes } from './policies/routes.ts';
import { type ReportRouteParts, reportRoutes } from './reports/routes.ts';
import { type StoryParts, storyRoutes } from './story/routes.ts';
import { type ClockParts, clockRoutes } from './test-mode/clock-routes.ts';
import { fixtureRoutes } from './test-mode/fixture-routes.ts';
import { scenarioRoutes } from './test-mode/scenario-routes.ts';
import type { TestFixtures } from './test-mode/test-fixture.ts';
import { applicantChoicesRoutes } from './verifications/applicant-choices-routes.ts';
import { applicantRoutes } from './verifications/applicant-routes.ts';
import type { ApplicantParts } from './verifications/applicant-steps.ts';
import type { ChangeParts } from './verifications/change-verification.ts';
import { contactEventsRoute } from './verifications/contact-events-route.ts';
import { returnHostsRoutes } from './verifications/return-hosts-routes.ts';
import { reviewRoutes } from './verifications/review-routes.ts';
import { verificationRoutes } from './verifications/routes.ts';
import type { WebhookParts } from './webhooks/route-parts.ts';
import { webhookRoutes } from './webhooks/routes.ts';

export type RouteParts = ApplicantParts &
  ChangeParts &
  ReportRouteParts &
  StoryParts &
  BrandParts &
  DeskParts &
  PolicyParts &
  WebhookParts &
  AuditRouteParts &
  PeopleParts &
  AccountParts &
  OwnCodeParts &
  NoticeParts &
  DeliverabilityParts &
  InvitationParts &
  ClockParts & { readonly fixtures: TestFixtures };

/** A domain uses its parts when a route is asked, never while it declares them. */
export function allRoutes(parts: RouteParts): readonly Route[] {
  return [
    ...verificationRoutes(parts),
    ...applicantRoutes(parts),
    contactEventsRoute(parts),
    ...applicantChoicesRoutes(parts),
    ...reviewRoutes(parts),
    ...reportRoutes(parts),
    ...storyRoutes(parts),
    ...afterRoutes(policyRoutes(parts), noticesOfPolicies(parts)),
    ...webhookRoutes(parts),
    ...eventRoutes(),
    ...afterRoutes(peopleRoutes(parts), invitationMails(parts)),
    ...codeRoutes(parts),
    ...accountRoutes(parts),
    ...ownCodeRoutes(parts),
    ...noticeRoutes(parts),
    ...returnHostsRoutes(parts),
    ...deskRoutes(parts),
    ...numbersRoutes(),
    ...deliverabilityRoutes(parts),
    ...brandRoutes(parts),
    ...auditRoutes(parts),
    ...clockRoutes(parts),
    ...fixtureRoutes(parts),
    ...scenarioRoutes(parts),
    reasonCodesRoute,
  ];
}
