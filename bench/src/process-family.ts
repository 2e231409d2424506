import { readdirSync, readFileSync } from 'node:fs';

/** The process and its children, all the way down (Linux; elsewhere the process alone). */
export function familyOf(pid: number): readonly number[] {
  try {
    const children = readdirSync(`/proc/${pid}/task`).flatMap((task) =>
      readFileSync(`/proc/${pid}/task/${task}/children`, 'utf8').split(' ').filter(Boolean).map(Number),
    );
    return [pid, ...children.flatMap(familyOf)];
  } catch {
    return [pid]; // ended meanwhile, or no /proc on this system
  }
}
