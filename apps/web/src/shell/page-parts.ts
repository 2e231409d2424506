import { createContext } from 'react-router';

/** What the server hands to the pages with each request. */
export type PageParts = {
  /**
   * The interface, in this process: answers as it would over the network, and counts the request to the address of
   * whoever opened the page.
   */
  readonly api: (request: Request) => Promise<Response>;
  /** Allows our own inline script for this one page (CSP). */
  readonly nonce: string;
  /** `https://verify.example.com`; undefined while the installation has no public address. */
  readonly publicUrl: string | undefined;
  /** Of the product. */
  readonly version: string;
  /** Started to be tried out: the pages may offer the simulator. */
  readonly isDemonstration: boolean;
  /** Told what broke while the page was made. */
  readonly failed: (error: unknown) => void;
};

/** Where loaders and actions find them: `context.get(pageParts)`. */
export const pageParts = createContext<PageParts>();
