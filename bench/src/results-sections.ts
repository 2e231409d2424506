/** The results of a bench in one file: a part that is measured alone takes the place of its own section, and of no other. */
import { readFile, writeFile } from 'node:fs/promises';

/** What stands before the sections, and their order. */
export type SectionedResults<Part extends string> = { readonly head: string; readonly parts: readonly Part[] };

/** Writes the sections that were measured now, and keeps the others as they are. */
export async function writeSections<Part extends string>(
  file: string,
  results: SectionedResults<Part>,
  measured: ReadonlyMap<Part, string>,
): Promise<void> {
  const before = await readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return '';
    throw error;
  });
  await writeFile(file, withSections(before, results, measured));
}

/** The file's text with these sections in it. */
export function withSections<Part extends string>(
  before: string,
  { head, parts }: SectionedResults<Part>,
  measured: ReadonlyMap<Part, string>,
): string {
  const sections = parts.flatMap((part) => {
    const text = measured.get(part) ?? sectionOf(before, part);
    return text === undefined ? [] : [`${mark(part)}\n\n${text.trim()}\n`];
  });
  return `${head}\n${sections.join('\n')}`;
}

function sectionOf(text: string, part: string): string | undefined {
  const at = text.indexOf(mark(part));
  if (at < 0) return undefined;
  const rest = text.slice(at + mark(part).length);
  const end = rest.search(/<!-- part: \w+ -->/);
  return end < 0 ? rest : rest.slice(0, end);
}

/** Not shown where the page is. */
function mark(part: string): string {
  return `<!-- part: ${part} -->`;
}
