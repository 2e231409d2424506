import { readFileSync } from 'node:fs';
import { familyOf } from './process-family.ts';

/** Linux counts processor time in hundredths of a second (USER_HZ). */
const MS_PER_TICK = 10;
/** Fields of /proc/PID/stat after the name in brackets: utime, stime, cutime, cstime (proc(5): 14 to 17). */
const FIRST_TIME = 11;

/** Processor time that a process and all that it started have used, milliseconds; what ended is counted with its parent. */
export function cpuTimeMs(pid: number): number {
  return familyOf(pid).reduce((sum, each) => sum + ticksOf(each) * MS_PER_TICK, 0);
}

function ticksOf(pid: number): number {
  try {
    const text = readFileSync(`/proc/${pid}/stat`, 'utf8');
    const fields = text.slice(text.lastIndexOf(')') + 2).split(' ');
    return fields.slice(FIRST_TIME, FIRST_TIME + 4).reduce((sum, ticks) => sum + Number(ticks), 0);
  } catch {
    return 0; // ended meanwhile, or no /proc on this system
  }
}
