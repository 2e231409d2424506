declare global {
  /** Where React Aria 3 looks for the nonce of the page (react-aria/private/utils/getMetaValue). */
  var __webpack_nonce__: string | undefined;
}

/**
 * React Aria adds small style sheets of its own, which the policy of the page lets in by the nonce that its scripts carry. On
 * the server there is nothing to do.
 */
export function allowOwnStyles(): void {
  if (typeof document === 'undefined') return;
  const nonce = document.querySelector<HTMLScriptElement>('script[nonce]')?.nonce;
  if (nonce !== undefined && nonce !== '') globalThis.__webpack_nonce__ = nonce;
}
