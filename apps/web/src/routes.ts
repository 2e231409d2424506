import { index, type RouteConfig, route } from '@react-router/dev/routes';

/** Every address that is a page. The interface (/v1, /docs, /healthz …) is the server's and goes before these. */
const routes: RouteConfig = [
  index('start/start-page.tsx'),

  // The desk: whoever is not in yet, forms of the frame, and the pages inside it
  route('desk/sign-in', 'desk/sign-in/sign-in-page.tsx'),
  route('desk/invitation/:token', 'desk/sign-in/invitation-page.tsx'),
  route('desk/set-up', 'desk/sign-in/set-up-page.tsx'),
  route('desk/step-up', 'desk/sign-in/step-up-page.tsx'),
  route('desk/sign-out', 'desk/sign-in/sign-out-route.ts'),
  route('desk/mode', 'desk/shell/mode-route.ts'),
  route('desk/language', 'desk/shell/language-route.ts'),
  route('desk/numbers.csv', 'operate/numbers/numbers-file.ts'),
  route('desk/audit/export', 'operate/audit/audit-export.ts'),
  route('desk/developers/test-mode/:code/:side', 'operate/developers/fixture-picture.ts'),
  route('desk', 'desk/desk-layout.tsx', { id: 'desk' }, [
    index('desk/desk-index.ts'),
    route('policies', 'operate/policies/policies-page.tsx'),
    route('policies/:id', 'operate/policies/policy-page.tsx'),
    route('numbers', 'operate/numbers/numbers-page.tsx'),
    route('developers', 'operate/developers/developers-layout.tsx', [
      index('operate/developers/first-call-page.tsx'),
      route('keys', 'operate/developers/keys-page.tsx'),
      route('webhooks', 'operate/developers/webhooks-page.tsx'),
      route('webhooks/:id', 'operate/developers/webhook-page.tsx'),
      route('events', 'operate/developers/events-page.tsx'),
      route('test-mode', 'operate/developers/test-mode-page.tsx'),
    ]),
    route('audit', 'operate/audit/audit-page.tsx'),
    route('organization', 'operate/organization/organization-page.tsx'),
  ]),

  route('*', 'shell/not-found-page.tsx'),
];
export default routes;
