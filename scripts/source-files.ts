import { glob, readFile } from 'node:fs/promises';
import { join } from 'node:path';

export type SourceFile = { readonly path: string; readonly imports: boolean };

/** A static import or a re-export at the start of a line, or a dynamic import. */
const IMPORT = /^(import|export)\b[^;]*?\bfrom\s+'|^import\s+'|\bimport\('/m;

/** Every TypeScript file of ours under `root`, and whether its text imports anything. Paths relative to `root`. */
export async function listSourceFiles(root: string, folders: readonly string[]): Promise<readonly SourceFile[]> {
  const files: SourceFile[] = [];
  const patterns = folders.map((folder) => `${folder}/**/*.{ts,tsx}`);
  const exclude = (name: string) => /(^|\/)(node_modules|fixtures)$/.test(name);
  for await (const path of glob(patterns, { cwd: root, exclude })) {
    if (path.endsWith('.d.ts')) continue;
    files.push({ path, imports: IMPORT.test(await readFile(join(root, path), 'utf8')) });
  }
  return files;
}
