import { spawnSync } from 'node:child_process';

/**
 * Installs a package where that needs no password: on a Debian-like machine, as root. False where it cannot, or where it failed.
 * `say` gets one line before a wait.
 */
export function aptInstall(name: string, purpose: string, say: (line: string) => void): boolean {
  if (process.getuid?.() !== 0 || !runs('apt-get', ['--version'])) return false;
  say(`Installing ${name} for ${purpose} (apt-get, once) …`);
  if (!runs('apt-get', ['update', '-qq'])) say('apt-get update failed; trying with what is known.');
  const isInstalled = runs('apt-get', ['install', '-y', '-qq', '--no-install-recommends', name]);
  if (!isInstalled) say(`apt-get install ${name} failed.`);
  return isInstalled;
}

/** Whether the program ran, and ended well. */
export function runs(program: string, args: readonly string[]): boolean {
  const outcome = spawnSync(program, [...args], {
    stdio: 'ignore',
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
  });
  return outcome.status === 0;
}
