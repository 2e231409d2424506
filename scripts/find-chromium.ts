import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'] as const;

/** The Chromium of this machine: `VIDIMUS_CHROMIUM`, or the first on the PATH. */
export function findChromium(env: Readonly<Record<string, string | undefined>>): string | undefined {
  if (env.VIDIMUS_CHROMIUM) return env.VIDIMUS_CHROMIUM;
  const folders = (env.PATH ?? '').split(delimiter).filter((folder) => folder !== '');
  return NAMES.flatMap((name) => folders.map((folder) => join(folder, name))).find(isExecutable);
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false; // the one question was whether this is an executable: it is not
  }
}
