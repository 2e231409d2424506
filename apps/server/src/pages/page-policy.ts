/**
 * Headers of a page. Nothing comes from elsewhere; our own inline script is allowed by its nonce, and so are the style sheets that
 * the component library adds. Style attributes are allowed (they run nothing): it places hidden elements with them.
 * `embedder`: the origin that may show the page in a frame or in a window of its own that it hears from, e.g.
 * `https://shop.example`. Any stricter Cross-Origin-Opener-Policy would cut that window off from the site that opened it.
 */
export function pagePolicy(nonce: string, embedder: string | null): Readonly<Record<string, string>> {
  const policy = [
    "default-src 'none'",
    `script-src 'self' 'nonce-${nonce}'`,
    `style-src 'self' 'nonce-${nonce}'`,
    "style-src-attr 'unsafe-inline'",
    "img-src 'self' blob:",
    'media-src blob:',
    "worker-src 'self'",
    "connect-src 'self'",
    "font-src 'self'",
    "form-action 'self'",
    "base-uri 'none'",
    `frame-ancestors ${embedder === null ? "'none'" : `'self' ${embedder}`}`,
  ];
  return {
    'Content-Security-Policy': policy.join('; '),
    'Cache-Control': 'no-store',
    // Links carry their token in the path, which no other site may learn. `no-referrer` would also hide the Origin of forms.
    'Referrer-Policy': 'same-origin',
    'X-Content-Type-Options': 'nosniff',
    'Cross-Origin-Opener-Policy': embedder === null ? 'same-origin' : 'unsafe-none',
    'Permissions-Policy': 'camera=(self), microphone=(), geolocation=(), payment=(), usb=()',
  };
}
