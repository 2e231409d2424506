import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

/** Starts a process, and all that it starts, on one core; null where that cannot be done (no `taskset`, no Linux). */
export function oneCoreStarter(): readonly [string, ...string[]] | null {
  const core = firstCore();
  if (core === null) return null;
  const tried = spawnSync('taskset', ['-c', core, 'true']);
  return tried.status === 0 ? ['taskset', '-c', core] : null;
}

/** The first core that this process may run on. */
function firstCore(): string | null {
  try {
    return /^Cpus_allowed_list:\s*(\d+)/m.exec(readFileSync('/proc/self/status', 'utf8'))?.[1] ?? null;
  } catch {
    return null; // no /proc on this system
  }
}
