import { index, type RouteConfig, route } from '@react-router/dev/routes';

/** Every address that is a page. The interface (/v1, /docs, /healthz …) is the server's and goes before these. */
const routes: RouteConfig = [
  index('start/start-page.tsx'),
  route('verify/:token', 'verify/verify-layout.tsx', [
    index('verify/verify-index.tsx'),
    route('residence', 'verify/residence-page.tsx'),
    route('document', 'verify/document-page.tsx'),
    route('photo/:side', 'verify/photo-page.tsx'),
    route('check', 'verify/check-page.tsx'),
    route('outcome', 'verify/outcome-page.tsx'),
  ]),
  route('verify/:token/language', 'verify/language-route.ts'),
  route('verify/:token/media/:media', 'verify/media-route.ts'),
  route('*', 'shell/not-found-page.tsx'),
];
export default routes;
