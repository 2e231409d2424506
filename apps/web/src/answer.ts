/** What the server process loads of the built pages: a request in, a page out. */

import * as build from 'virtual:react-router/server-build';
import { createRequestHandler, RouterContextProvider } from 'react-router';
import { asAddressed } from './shell/as-addressed.ts';
import { type PageParts, pageParts } from './shell/page-parts.ts';

export type { PageParts } from './shell/page-parts.ts';

const handle = createRequestHandler(build, 'production');

/** Every address that is not the interface's own; an unknown one is a page that says so (404). */
export function answer(request: Request, parts: PageParts): Promise<Response> {
  const context = new RouterContextProvider();
  context.set(pageParts, parts);
  return handle(asAddressed(request, parts.publicUrl), context);
}
