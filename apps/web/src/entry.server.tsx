import { PassThrough } from 'node:stream';
import { createReadableStreamFromReadable } from '@react-router/node';
import { isbot } from 'isbot';
import { renderToPipeableStream } from 'react-dom/server';
import {
  type EntryContext,
  isRouteErrorResponse,
  type LoaderFunctionArgs,
  type RouterContextProvider,
  ServerRouter,
} from 'react-router';
import { NonceContext } from './shell/nonce.ts';
import { pageParts } from './shell/page-parts.ts';

/** Loaders that have not answered by then are given up; the page says so. */
export const streamTimeout = 15_000;

/** Renders one page as a stream. */
export default function handleRequest(
  request: Request,
  status: number,
  headers: Headers,
  router: EntryContext,
  context: RouterContextProvider,
): Promise<Response> {
  if (request.method === 'HEAD') return Promise.resolve(new Response(null, { status, headers }));
  const { nonce, failed } = context.get(pageParts);
  const waitsForAll = isbot(request.headers.get('user-agent') ?? '');
  return new Promise((resolve, reject) => {
    let answered = status;
    const respond = () => {
      const body = new PassThrough({
        final: (done) => {
          clearTimeout(timer);
          done();
        },
      });
      headers.set('Content-Type', 'text/html; charset=utf-8');
      resolve(new Response(createReadableStreamFromReadable(body), { headers, status: answered }));
      pipe(body);
    };
    const { pipe, abort } = renderToPipeableStream(
      <NonceContext value={nonce}>
        <ServerRouter context={router} url={request.url} nonce={nonce} />
      </NonceContext>,
      {
        nonce,
        [waitsForAll ? 'onAllReady' : 'onShellReady']: respond,
        onShellError: reject,
        onError(error) {
          // The error boundary shows it.
          answered = 500;
          failed(error);
        },
      },
    );
    const timer = setTimeout(() => abort(), streamTimeout + 1000);
  });
}

/**
 * What a loader or an action threw. Refusals on the way (an address that is none, a form to a page that takes none) are no
 * faults; without this, React Router prints them with the whole address, in which the link's token stands.
 */
export function handleError(error: unknown, { context, request }: LoaderFunctionArgs): void {
  if (!request.signal.aborted && !isRouteErrorResponse(error)) context.get(pageParts).failed(error);
}
