/** Writes the pages of docs/ that the code knows best. A test fails when one of them is stale. */
import { writeFile } from 'node:fs/promises';
import { GENERATED_PAGES } from './generated-pages.ts';

for (const [path, write] of GENERATED_PAGES) await writeFile(new URL(`../${path}`, import.meta.url), write());
