/** The whole interface as one Hono app: every route, the contract, its page, health and metrics. */
import { Hono } from 'hono';
import type { Log } from '../log.ts';
import type { Metrics } from '../metrics.ts';
import type { Pages } from '../pages/pages.ts';
import { serveAssets, servePages } from '../pages/serve-pages.ts';
import type { AppContext, AppEnv } from './app-context.ts';
import { type AddressRange, clientAddress } from './client-address.ts';
import type { OpenApiDocument } from './contract/open-api.ts';
import { openApiDocument } from './contract/openapi-document.ts';
import { docsPage, PAGE_POLICY } from './docs/docs-page.ts';
import { problemsPage } from './docs/problems-page.ts';
import { startPage } from './docs/start-page.ts';
import { failureFacts, problemOfFailure } from './failure.ts';
import { type Probe, readiness } from './health.ts';
import { type Problem, problem } from './problem.ts';
import { rateLimitHeaders } from './rate-limit.ts';
import type { Route } from './route.ts';
import { type Sent, sentProblem } from './sent.ts';
import { rateLimited, type ServeParts, serveRoute } from './serve-route.ts';

export type AppParts = ServeParts & {
  readonly log: Log;
  readonly metrics: Metrics;
  readonly probes: readonly Probe[];
  /** E.g. `req_` and a UUID: made here, never taken from the request. */
  readonly newRequestId: () => string;
  /** Monotonic milliseconds. */
  readonly elapsedMs: () => number;
  readonly trustedProxies: readonly AddressRange[];
  /** Of the product; in the contract. */
  readonly version: string;
  /** Undefined while they are not built: then `/` tells so. */
  readonly pages: Pages | undefined;
  readonly publicUrl: string | undefined;
  readonly isDemonstration: boolean;
  /** Pages of the server's own parts, which go before those of `pages`. */
  readonly addPages?: (app: Hono<AppEnv>) => void;
};

/** Nothing of an answer is a page, but for the documentation, which brings its own policy. */
const HEADERS: Readonly<Record<string, string>> = {
  'Cache-Control': 'no-store',
  'Content-Security-Policy': "default-src 'none'; frame-ancestors 'none'",
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Referrer-Policy': 'no-referrer',
  'X-Content-Type-Options': 'nosniff',
};
/** What a log line may say of a method: a request can invent others. */
const METHODS = new Set(['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS']);
const NO_ROUTE = '(none)';

/** Throws for two routes of one name or one method and path: that is a bug. */
export function createApp(parts: AppParts, routes: readonly Route[]): Hono<AppEnv> {
  refuseDoubles(routes);
  const app = new Hono<AppEnv>();
  const { pages } = parts;
  if (pages !== undefined) serveAssets(app, pages);
  app.use('*', async (c, next) => {
    const startedMs = parts.elapsedMs();
    c.set('requestId', parts.newRequestId());
    c.set('route', NO_ROUTE);
    const { incoming } = c.env ?? {};
    const address = incoming === undefined ? undefined : addressOf(parts, c, incoming.socket.remoteAddress);
    c.set('address', address);
    const taken = address === undefined ? undefined : parts.limiter.take('address', address);
    if (taken !== undefined && !taken.allowed) {
      c.res = send(sentProblem(rateLimited(taken.resetSeconds), c.var.requestId, rateLimitHeaders(taken)));
    } else await next();
    finish(parts, c, parts.elapsedMs() - startedMs);
  });
  app.onError((error, c) => {
    const refused = problemOfFailure(error);
    const { requestId, route } = c.var;
    parts.log.error('request failed', {
      request_id: requestId,
      route,
      code: refused.code,
      failure: failureFacts(error),
    });
    return send(sentProblem(refused, requestId));
  });
  app.notFound((c) => send(sentProblem(problem('route.unknown', 'See `/docs` for what there is.'), c.var.requestId)));

  for (const route of bySpecificity(routes)) {
    app.on(route.method.toUpperCase(), honoPath(route.path), async (c) => {
      c.set('route', route.path);
      return send(await serveRoute(parts, route, c));
    });
  }
  addOwnPages(app, parts, routes);
  for (const [path, methods] of methodsByPath(routes)) {
    app.all(honoPath(path), (c) => {
      c.set('route', path);
      const refused = problem('route.method-unknown', `This address knows ${methods.join(', ')}.`);
      return send(sentProblem(refused, c.var.requestId, { Allow: methods.join(', ') }));
    });
  }
  parts.addPages?.(app);
  if (pages !== undefined) {
    const { publicUrl, version, isDemonstration } = parts;
    const refuse = (c: AppContext, refused: Problem) => send(sentProblem(refused, c.var.requestId));
    const failed = (error: unknown) => parts.log.error('page failed', { failure: failureFacts(error) });
    servePages(app, { pages, publicUrl, version, isDemonstration, refuse, failed });
  }
  return app;
}

/** What the server says about itself. */
function addOwnPages(app: Hono<AppEnv>, parts: AppParts, routes: readonly Route[]): void {
  // A second of a core, for what most servers are never asked for: made at the first asking, and kept.
  let made: OpenApiDocument | undefined;
  const contract = () => {
    made ??= openApiDocument(routes, { version: parts.version });
    return made;
  };
  const own: Readonly<Record<string, () => Promise<Sent> | Sent>> = {
    '/healthz': () => json(200, { alive: true }),
    '/readyz': async () => {
      const state = await readiness(parts.probes);
      return json(state.ready ? 200 : 503, state);
    },
    '/metrics': async () => ({
      status: 200,
      headers: { 'Content-Type': parts.metrics.registry.contentType },
      body: await parts.metrics.registry.metrics(),
    }),
    '/v1/openapi.json': () => json(200, contract()),
    ...(parts.pages === undefined ? { '/': async () => page(await startPage(parts.version)) } : {}),
    '/docs': async () => page(await docsPage(contract())),
    '/docs/problems': async () => page(await problemsPage(contract())),
  };
  for (const [path, answer] of Object.entries(own)) {
    app.get(path, async (c) => {
      c.set('route', path);
      return send(await answer());
    });
  }
}

function addressOf(parts: AppParts, c: AppContext, socketAddress: string | undefined): string {
  return clientAddress(socketAddress ?? '', c.req.header('x-forwarded-for'), parts.trustedProxies);
}

function finish(parts: AppParts, c: AppContext, ms: number): void {
  const { requestId, organizationId, route } = c.var;
  const method = METHODS.has(c.req.method) ? c.req.method : 'OTHER';
  const { headers, status } = c.res;
  for (const [name, value] of Object.entries(HEADERS)) if (!headers.has(name)) headers.set(name, value);
  headers.set('Request-Id', requestId);
  parts.metrics.countRequest({ method, route, status, seconds: ms / 1000 });
  parts.log.info('request', {
    method,
    route,
    status,
    ms: Math.round(ms),
    request_id: requestId,
    ...(organizationId === undefined ? {} : { organization_id: organizationId }),
  });
}

function send(sent: Sent): Response {
  return new Response(sent.body, { status: sent.status, headers: { ...sent.headers } });
}

function json(status: number, body: unknown): Sent {
  return { status, headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(body) };
}

function page(markup: string): Sent {
  const headers = { 'Content-Type': 'text/html; charset=utf-8', 'Content-Security-Policy': PAGE_POLICY };
  return { status: 200, headers, body: markup };
}

function honoPath(path: string): string {
  return path.replaceAll(/\{(\w+)\}/g, ':$1');
}

/** `/v1/policies/preflight` before `/v1/policies/{id}`: Hono takes the first that fits. */
function bySpecificity(routes: readonly Route[]): readonly Route[] {
  const key = (path: string) => path.replaceAll('{', '\u{ffff}');
  return routes.toSorted((a, b) => (key(a.path) < key(b.path) ? -1 : 1));
}

function methodsByPath(routes: readonly Route[]): ReadonlyMap<string, readonly string[]> {
  const methods = new Map<string, readonly string[]>();
  for (const { method, path } of routes) {
    const added = method === 'get' ? ['GET', 'HEAD'] : [method.toUpperCase()];
    methods.set(path, [...(methods.get(path) ?? []), ...added]);
  }
  return methods;
}

function refuseDoubles(routes: readonly Route[]): void {
  const seen = new Set<string>();
  for (const { operationId, method, path } of routes) {
    for (const name of [operationId, `${method} ${path.replaceAll(/\{\w+\}/g, '{}')}`]) {
      if (seen.has(name)) throw new Error(`two routes are ${name}`);
      seen.add(name);
    }
  }
}
