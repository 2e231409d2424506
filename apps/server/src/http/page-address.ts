/** Where people find the pages: in links that are handed on, and in codes that a phone reads. */
export type PageAddress = {
  /** Of a page at a path that begins with a slash. */
  readonly urlOf: (path: string) => string;
  /** Whether other devices than this machine reach it. */
  readonly isPublic: boolean;
};

/**
 * Without a public address this machine alone; browsers treat `localhost` as secure. `listensAt` says the port, once it is known,
 * where any free one was asked for.
 */
export function pageAddress(
  configuration: {
    readonly publicUrl: string | undefined;
    readonly address: { readonly port: number } | undefined;
    readonly tls: unknown;
  },
  listensAt: () => string | undefined = () => undefined,
): PageAddress {
  const { publicUrl, address, tls } = configuration;
  if (publicUrl !== undefined) return { urlOf: (path) => `${publicUrl}${path}`, isPublic: true };
  const scheme = tls === undefined ? 'http' : 'https';
  const portOf = (url: string | undefined) => (url === undefined ? (address?.port ?? 0) : new URL(url).port);
  return { urlOf: (path) => `${scheme}://localhost:${portOf(listensAt())}${path}`, isPublic: false };
}
