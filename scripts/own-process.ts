/**
 * Which files of tests get a process of their own. Starting one and loading what it imports takes most of a second of a core, of
 * each of hundreds of files; so files run one after another in the same processes, unless they say that they do what might stay
 * behind for the next, or what the next might disturb.
 */
import { globSync, readFileSync } from 'node:fs';
import { join, sep } from 'node:path';

/**
 * A browser or a whole server, which last long enough for the start not to count, and are the first to be blamed for what others leave;
 * other processes and the environment they inherit; what Node has once for all: environment, folder, memory, signals, globals; and
 * vitest's ways to replace what is there.
 */
const OWN_PROCESS = new RegExp(
  [
    /playwright-core|pages-under-test|mortal-server|openInstallation/,
    /child_process/,
    /process\.(env|chdir|cwd|memoryUsage|on|once|exit|exitCode|kill|umask)\b/,
    /globalThis|setGlobalDispatcher|setFlagsFromString/,
    /vi\.(mock|doMock|stub|spyOn|useFake|setSystemTime)/,
  ]
    .map(({ source }) => source)
    .join('|'),
);

/** By what the text of a file of tests says. */
export function needsOwnProcess(text: string): boolean {
  return OWN_PROCESS.test(text);
}

/** Of the files that `patterns` find under `root`, those that need one; relative to `root`. */
export function filesInOwnProcess(root: string, patterns: readonly string[]): readonly string[] {
  const files = globSync(patterns, { cwd: root, exclude: (name) => name.split('/').includes('node_modules') });
  return files
    .filter((file) => needsOwnProcess(readFileSync(join(root, file), 'utf8')))
    .map((file) => file.replaceAll(sep, '/'))
    .toSorted();
}
