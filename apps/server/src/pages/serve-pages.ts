/** Adds the pages to the interface's app: every address that the interface does not know is theirs. */
import { randomBytes } from 'node:crypto';
import { serveStatic } from '@hono/node-server/serve-static';
import type { Hono } from 'hono';
import { compress } from 'hono/compress';
import type { AppContext, AppEnv } from '../http/app-context.ts';
import { bodyBudget } from '../http/body-budget.ts';
import { problem } from '../http/problem.ts';
import { formLimit } from './form-limit.ts';
import { pagePolicy } from './page-policy.ts';
import type { Pages } from './pages.ts';

export type ServePagesParts = {
  readonly pages: Pages;
  readonly publicUrl: string | undefined;
  readonly version: string;
  readonly isDemonstration: boolean;
  /** For the log: what broke while a page was made. */
  readonly failed: (error: unknown) => void;
  /** How a request that is refused before any page saw it is answered. */
  readonly refuse: (c: AppContext, refused: ReturnType<typeof problem>) => Response;
};

/** Files that are named by their content. */
const FOR_EVER = 'public, max-age=31536000, immutable';
/** For other sites to load; its name stays, so that what it is changes by itself. */
const EMBED_SCRIPT = 'embed.js';
const FOR_A_DAY = 'public, max-age=86400';
const FOR_AN_HOUR = 'public, max-age=3600';

/** Files first, before anything is counted: a page asks for a dozen. */
export function serveAssets(app: Hono<AppEnv>, { clientDirectory: root }: Pages): void {
  const files = serveStatic<AppEnv>({ root, precompressed: true });
  app.use('/assets/*', (c, next) => {
    const cache = c.req.path.endsWith('icon.svg') ? FOR_A_DAY : FOR_EVER;
    return withHeaders(files(c, next), { 'Cache-Control': cache, 'Cross-Origin-Resource-Policy': 'same-origin' });
  });
  const embed = serveStatic<AppEnv>({ root, path: EMBED_SCRIPT, precompressed: true });
  app.get(`/${EMBED_SCRIPT}`, (c, next) =>
    withHeaders(embed(c, next), { 'Cache-Control': FOR_AN_HOUR, 'Cross-Origin-Resource-Policy': 'cross-origin' }),
  );
}

/** Put on the answer itself: what `serveStatic` (@hono/node-server 2) lets `onFound` put on the context comes too late. */
async function withHeaders(found: Promise<unknown>, headers: Readonly<Record<string, string>>) {
  const answer = await found;
  if (!(answer instanceof Response)) return;
  answer.headers.set('X-Content-Type-Options', 'nosniff');
  for (const [name, value] of Object.entries(headers)) answer.headers.set(name, value);
  return answer;
}

/** Of forms in memory at once: six with photographs. Those that come by script go to the interface, which has its own. */
const FORMS_AT_ONCE = 100 * 1024 * 1024;

/** What is under the interface's own addresses and unknown there stays its problem document. */
const INTERFACE = /^\/(v1|docs|healthz|readyz|metrics|assets|embed\.js|simulator|try)(\/|$)/;

/** The last of all routes. */
export function servePages(app: Hono<AppEnv>, parts: ServePagesParts): void {
  const { pages, publicUrl, version, isDemonstration } = parts;
  const squeeze = compress();
  const forms = bodyBudget(FORMS_AT_ONCE);
  app.all('*', async (c, next) => {
    if (INTERFACE.test(c.req.path)) return next();
    c.set('route', '(page)');
    const tooMuch = whyNoForm(c);
    if (tooMuch !== undefined) return parts.refuse(c, tooMuch);
    const bytes = Number(c.req.header('content-length') ?? 0);
    if (!forms.take(bytes))
      return parts.refuse(c, problem('server.busy', 'Too much is being sent at once. Send it again.'));
    await squeeze(c, async () => {
      const nonce = randomBytes(16).toString('base64');
      const page = await pages.answer(asSeenOutside(c.req.raw, publicUrl), {
        api: inProcess(app, c),
        nonce,
        publicUrl,
        version,
        isDemonstration,
        failed: parts.failed,
      });
      const answered = new Response(page.body, page);
      const embedder = answered.headers.get(EMBEDDER_HEADER);
      answered.headers.delete(EMBEDDER_HEADER);
      for (const [name, value] of Object.entries(pagePolicy(nonce, embedder))) answered.headers.set(name, value);
      c.res = answered;
    }).finally(() => forms.giveBack(bytes));
    return c.res;
  });
}

/**
 * Behind a proxy that ends TLS a form comes from `https://…` to an address that looks like `http://…`, and the pages would take
 * it for another site's. Browsers alone write Origin, so whoever names the public address came from there.
 */
function asSeenOutside(request: Request, publicUrl: string | undefined): Request {
  if (publicUrl === undefined || request.headers.get('origin') !== new URL(publicUrl).origin) return request;
  const { pathname, search } = new URL(request.url);
  return new Request(new URL(pathname + search, publicUrl), request);
}

/** A page names here the one foreign origin that may show it in a frame; it never leaves the server. */
const EMBEDDER_HEADER = 'Vidimus-Embedder';

/** Asks the interface for whoever opened the page: counted to their address, as if their browser had asked. */
function inProcess(app: Hono<AppEnv>, c: AppContext): (request: Request) => Promise<Response> {
  const forwarded = c.req.header('x-forwarded-for');
  return async (request) => {
    if (forwarded !== undefined) request.headers.set('x-forwarded-for', forwarded);
    return app.fetch(request, { ...c.env, isFromPages: true });
  };
}

function whyNoForm(c: AppContext) {
  if (c.req.method === 'GET' || c.req.method === 'HEAD') return undefined;
  const length = c.req.header('content-length');
  if (length === undefined && c.req.raw.body !== null) {
    return problem('request.body-too-large', 'A form must say how long it is (Content-Length).');
  }
  const most = formLimit(c.req.path);
  if (Number(length ?? 0) <= most) return undefined;
  return problem('request.body-too-large', `A form to this page may have ${most} bytes.`);
}
