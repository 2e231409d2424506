import { readFileSync } from 'node:fs';
import type { DecodeLimits } from './decode-limits.ts';

/** How long one file may still take. `passed` gives the limit that was reached first, in milliseconds; `forget` ends the watch. */
export type DecodeDeadline = { readonly passed: Promise<number>; readonly forget: () => void };

const LOOK_EVERY_MS = 100;

/**
 * Watches the processor time that a process spends from now on: on a busy machine a good file waits, and is not refused for
 * it. Only Linux tells the time of another process; elsewhere, and for one that sleeps for ever, there is the clock on the wall.
 */
export function watchDecoding(pid: number, limits: Pick<DecodeLimits, 'cpuMs' | 'wallMs'>): DecodeDeadline {
  const { promise: passed, resolve } = Promise.withResolvers<number>();
  const before = cpuTimeMs(pid);
  const look = (): void => {
    const now = cpuTimeMs(pid);
    if (before !== null && now !== null && now - before > limits.cpuMs) resolve(limits.cpuMs);
  };
  const looks = setInterval(look, LOOK_EVERY_MS);
  const wall = setTimeout(() => resolve(limits.wallMs), limits.wallMs);
  const forget = (): void => {
    clearInterval(looks);
    clearTimeout(wall);
  };
  return { passed, forget };
}

/** Linux tells processor time in hundredths of a second, whatever its own clock does (USER_HZ). */
const MS_PER_TICK = 10;
/** utime and stime among the fields of /proc/PID/stat that follow the name in brackets (proc(5): 14 and 15). */
const TIMES = { from: 11, to: 13 } as const;

/** Milliseconds, of all threads; null where the system does not tell, or the process has ended. */
function cpuTimeMs(pid: number): number | null {
  const text = readText(`/proc/${pid}/stat`);
  if (text === null) return null;
  const fields = text.slice(text.lastIndexOf(')') + 2).split(' ');
  return fields.slice(TIMES.from, TIMES.to).reduce((sum, ticks) => sum + Number(ticks) * MS_PER_TICK, 0);
}

function readText(path: string): string | null {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return null; // no /proc on this system, or no such process any longer: both mean "not known"
  }
}
