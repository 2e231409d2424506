import { cruise, type ICruiseResult } from 'dependency-cruiser';
import configuration from '../.dependency-cruiser.mjs';

/** Where our own code stands. */
export const SOURCE_FOLDERS = ['packages', 'apps', 'specimens', 'bench', 'examples', 'scripts'] as const;

/**
 * Reads who imports whom in the tree at `root` and holds it against the import rules. Paths in the answer are relative
 * to `root`. Throws when dependency-cruiser refuses its configuration.
 */
export async function cruiseTree(root: string, folders: readonly string[] = SOURCE_FOLDERS): Promise<ICruiseResult> {
  const { forbidden, options } = configuration;
  const { output } = await cruise([...folders], { ...options, baseDir: root, validate: true, ruleSet: { forbidden } });
  if (typeof output === 'string') throw new Error(`dependency-cruiser answered with text: ${output.slice(0, 200)}`);
  return output;
}
