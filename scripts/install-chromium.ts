import { spawnSync } from 'node:child_process';
import { findChromium } from './find-chromium.ts';

/**
 * Installs Chromium where that needs no password: on a Debian-like machine, as root. `undefined` where it cannot.
 * `say` gets one line before a wait.
 */
export function installChromium(say: (line: string) => void): string | undefined {
  if (process.getuid?.() !== 0 || !runs('apt-get', ['--version'])) return undefined;
  say('Installing Chromium for the tests of pages (apt-get, once) …');
  if (!runs('apt-get', ['update', '-qq'])) say('apt-get update failed; trying with what is known.');
  if (!runs('apt-get', ['install', '-y', '-qq', '--no-install-recommends', 'chromium'])) {
    say('apt-get install chromium failed.');
    return undefined;
  }
  return findChromium(process.env);
}

function runs(program: string, args: readonly string[]): boolean {
  const outcome = spawnSync(program, [...args], {
    stdio: 'ignore',
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
  });
  return outcome.status === 0;
}
