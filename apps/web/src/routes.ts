import { index, type RouteConfig, route } from '@react-router/dev/routes';

/** Every address that is a page. The interface (/v1, /docs, /healthz …) is the server's and goes before these. */
const routes: RouteConfig = [
  index('start/start-page.tsx'),

  // The applicant: from the link to the outcome, and the receipt
  route('verify/:token', 'verify/verify-layout.tsx', [
    index('verify/verify-index.tsx'),
    route('residence', 'verify/residence-page.tsx'),
    route('document', 'verify/document-page.tsx'),
    route('contact', 'contact/contact-page.tsx'),
    route('photo/:side', 'verify/photo-page.tsx'),
    route('check', 'verify/check-page.tsx'),
    route('outcome', 'verify/outcome-page.tsx'),
  ]),
  route('verify/:token/contact/:kind/events', 'contact/events-route.ts'),
  route('verify/:token/language', 'verify/language-route.ts'),
  route('verify/:token/media/:media', 'verify/media-route.ts'),
  route('verify/:token/logo', 'brand/logo-route.ts'),
  route('receipt/:token', 'receipt/receipt-page.tsx'),
  route('receipt/:token/data', 'receipt/data-route.ts'),
  route('receipt/:token/language', 'verify/language-route.ts', { id: 'receipt-language' }),
  route('receipt/:token/media/:media', 'verify/media-route.ts', { id: 'receipt-media' }),
  route('receipt/:token/logo', 'brand/logo-route.ts', { id: 'receipt-logo' }),

  // An applicant's account: into it, what is in it, and back to it when everything is lost
  route('account', 'account/sign-in-page.tsx'),
  route('account/code/:ticket', 'account/code-page.tsx'),
  route('account/mine', 'account/account-page.tsx'),
  route('account/app', 'account/app-page.tsx'),
  route('account/recover', 'account/recover-page.tsx'),
  route('account/recovery/:token', 'account/recovery-page.tsx'),
  route('account/stop/:token', 'account/stop-page.tsx'),
  route('account/finish/:token', 'account/finish-page.tsx'),
  route('account/language', 'account/language-route.ts', { id: 'account-language' }),
  route('receipt/:token/account', 'account/keep-page.tsx'),
  route('receipt/:token/account/code/:ticket', 'account/code-page.tsx', { id: 'code-to-keep' }),
  // A one-time code, for whoever waits for it
  route('code/:token', 'codes/code-page.tsx'),
  route('code/:token/events', 'codes/events-route.ts'),
  route('code/:token/language', 'codes/language-route.ts', { id: 'code-language' }),
  route('code/:token/logo', 'codes/logo-route.ts', { id: 'code-logo' }),

  // The desk: whoever is not in yet, forms of the frame, and the pages inside it
  route('desk/sign-in', 'desk/sign-in/sign-in-page.tsx'),
  route('desk/invitation/:token', 'desk/sign-in/invitation-page.tsx'),
  route('desk/set-up', 'desk/sign-in/set-up-page.tsx'),
  route('desk/step-up', 'desk/sign-in/step-up-page.tsx'),
  route('desk/sign-out', 'desk/sign-in/sign-out-route.ts'),
  route('desk/mode', 'desk/shell/mode-route.ts'),
  route('desk/language', 'desk/shell/language-route.ts'),
  route('desk/numbers.csv', 'operate/numbers/numbers-file.ts'),
  route('desk/messages.csv', 'operate/messages/messages-file.ts'),
  route('desk/audit/export', 'operate/audit/audit-export.ts'),
  route('desk/developers/test-mode/:code/:side', 'operate/developers/fixture-picture.ts'),
  route('desk', 'desk/desk-layout.tsx', { id: 'desk' }, [
    index('desk/desk-index.ts'),
    route('queue', 'desk/queue/queue-page.tsx'),
    route('verifications', 'desk/verifications/list-page.tsx'),
    route('verifications/:id', 'desk/verification/verification-page.tsx'),
    route('members', 'desk/members/members-page.tsx'),
    route('policies', 'operate/policies/policies-page.tsx'),
    route('policies/:id', 'operate/policies/policy-page.tsx'),
    route('numbers', 'operate/numbers/numbers-page.tsx'),
    route('messages', 'operate/messages/messages-page.tsx'),
    route('developers', 'operate/developers/developers-layout.tsx', [
      index('operate/developers/first-call-page.tsx'),
      route('keys', 'operate/developers/keys-page.tsx'),
      route('webhooks', 'operate/developers/webhooks-page.tsx'),
      route('webhooks/:id', 'operate/developers/webhook-page.tsx'),
      route('events', 'operate/developers/events-page.tsx'),
      route('test-mode', 'operate/developers/test-mode-page.tsx'),
    ]),
    route('recoveries', 'operate/recoveries/recoveries-page.tsx'),
    route('audit', 'operate/audit/audit-page.tsx'),
    route('organization', 'operate/organization/organization-page.tsx'),
  ]),
  route('desk/verifications/:id/media/:mediaId', 'desk/verification/media-route.ts'),
  route('desk/verifications/:id/report/:kind', 'desk/verification/report-route.ts'),

  route('*', 'shell/not-found-page.tsx'),
];
export default routes;
