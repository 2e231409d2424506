/**
 * The request with the address that its sender sees. Behind a proxy that ends TLS, or that calls us by another name, ours
 * differs, and React Router would refuse every form as coming from elsewhere. A request that our own public origin sent was
 * addressed to it.
 */
export function asAddressed(request: Request, publicUrl: string | undefined): Request {
  const origin = publicUrl === undefined ? undefined : new URL(publicUrl).origin;
  const url = new URL(request.url);
  if (origin === undefined || url.origin === origin || request.headers.get('origin') !== origin) return request;
  return new Request(`${origin}${url.pathname}${url.search}`, request);
}
