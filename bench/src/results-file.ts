/** The results of a bench in one file: a part that is measured alone takes the place of its own section, and of no other. */
import { readFile, writeFile } from 'node:fs/promises';

export type ResultsFile<Part extends string> = {
  readonly path: string;
  /** Heading and what holds for every section. */
  readonly head: string;
  /** In the order of the file; words without spaces. */
  readonly parts: readonly Part[];
};

/** Writes the sections that were measured now, and keeps the others as they are. */
export async function writeSections<Part extends string>(
  file: ResultsFile<Part>,
  measured: ReadonlyMap<Part, string>,
): Promise<void> {
  const before = await readFile(file.path, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return '';
    throw error;
  });
  await writeFile(file.path, withSections(file, before, measured));
}

/** The file's text with these sections in it. */
export function withSections<Part extends string>(
  { head, parts }: Pick<ResultsFile<Part>, 'head' | 'parts'>,
  before: string,
  measured: ReadonlyMap<Part, string>,
): string {
  const sections = parts.flatMap((part) => {
    const text = measured.get(part) ?? sectionOf(before, part);
    return text === undefined ? [] : [`${mark(part)}\n\n${text.trim()}\n`];
  });
  return `${head.trim()}\n\n${sections.join('\n')}`;
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
