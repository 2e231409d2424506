import { aptInstall } from './apt-install.ts';
import { findChromium } from './find-chromium.ts';

/** Installs Chromium where that needs no password; `undefined` where it cannot. `say` gets one line before a wait. */
export function installChromium(say: (line: string) => void): string | undefined {
  return aptInstall('chromium', 'the tests of pages', say) ? findChromium(process.env) : undefined;
}
