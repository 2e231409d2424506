/** Finds the built pages. They are another app's: what is loaded is what its build left, never its sources. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { z } from 'zod';
import type { PageParts, Pages } from './pages.ts';

/** Where `npm start` builds them. */
const PAGES_DIRECTORY = join(import.meta.dirname, '..', '..', '..', 'web', 'build');

const moduleSchema = z.object({
  answer: z.custom<(request: Request, parts: PageParts) => Promise<Response>>((value) => typeof value === 'function'),
});

/** Undefined when they have not been built: the interface then answers alone, and `/` says so. */
export async function loadPages(directory = PAGES_DIRECTORY): Promise<Pages | undefined> {
  const entry = join(directory, 'server', 'index.js');
  if (!existsSync(entry)) return undefined;
  const { answer } = moduleSchema.parse(await import(pathToFileURL(entry).href));
  return { answer, clientDirectory: join(directory, 'client') };
}
