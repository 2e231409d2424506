import { index, type RouteConfig, route } from '@react-router/dev/routes';

/** Every address that is a page. The interface (/v1, /docs, /healthz …) is the server's and goes before these. */
const routes: RouteConfig = [index('start/start-page.tsx'), route('*', 'shell/not-found-page.tsx')];
export default routes;
