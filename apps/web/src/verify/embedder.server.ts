/** Who may show the applicant's pages in a frame: the site that they lead back to, and no other. */
import type { MiddlewareFunction } from 'react-router';
import { linkIn } from './opened-link.server.ts';

/** The origin of the address that the operator's server gave; null where it gave none. */
export function embedderOf(returnUrl: string | null): string | null {
  if (returnUrl === null || !URL.canParse(returnUrl)) return null;
  const { origin, protocol, hostname } = new URL(returnUrl);
  return (protocol === 'https:' || protocol === 'http:') && HOST.test(hostname) ? origin : null;
}

/** In a policy `*` would mean everybody, and `;` begin another rule: a host is letters, digits, dots and hyphens, or an IPv6 address. */
const HOST = /^([a-z0-9.-]+|\[[0-9a-f:.]+\])$/;

/** Says it to the server, which turns it into the page's policy (apps/server/src/pages/page-policy.ts). After `openLink`. */
export const nameEmbedder: MiddlewareFunction<Response> = async ({ context }, next) => {
  const response = await next();
  const link = linkIn(context);
  const embedder = link.ok ? embedderOf(link.value.view.return_url) : null;
  if (embedder !== null) response.headers.set('Vidimus-Embedder', embedder);
  return response;
};
