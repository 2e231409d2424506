/** The pages, as this process sees them: a module that answers requests, and a folder of files for browsers. */

/** What is handed to the pages with a request; `apps/web` declares the same. */
export type PageParts = {
  /** The interface, in this process. */
  readonly api: (request: Request) => Promise<Response>;
  /** Of this answer's Content-Security-Policy. */
  readonly nonce: string;
  readonly publicUrl: string | undefined;
  readonly version: string;
  readonly isDemonstration: boolean;
  /** Told what broke while the page was made: the server's log keeps kinds and places, and no words of a message. */
  readonly failed: (error: unknown) => void;
};

export type Pages = {
  readonly answer: (request: Request, parts: PageParts) => Promise<Response>;
  /** Absolute; what lies under its `assets/` is named by its content and never changes. */
  readonly clientDirectory: string;
};
