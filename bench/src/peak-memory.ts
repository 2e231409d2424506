import { readdirSync, readFileSync } from 'node:fs';

const EVERY_MS = 10;
const PAGE_BYTES = 4096;
const MIB = 2 ** 20;

/** Watches the resident memory of a process and of everything that it started (Linux; elsewhere it sees nothing: 0). */
export class PeakMemory {
  readonly #pid: number;
  #peak = 0;
  #timer: NodeJS.Timeout | undefined;

  constructor(pid: number) {
    this.#pid = pid;
  }

  get peakMib(): number {
    return Math.round(this.#peak / MIB);
  }

  start(): void {
    this.#look();
    this.#timer = setInterval(() => this.#look(), EVERY_MS);
  }

  stop(): void {
    this.#look();
    clearInterval(this.#timer);
  }

  #look(): void {
    const sum = familyOf(this.#pid).reduce((bytes, pid) => bytes + residentBytes(pid), 0);
    this.#peak = Math.max(this.#peak, sum);
  }
}

/** The process and its children, all the way down. */
function familyOf(pid: number): readonly number[] {
  try {
    const children = readdirSync(`/proc/${pid}/task`).flatMap((task) =>
      readFileSync(`/proc/${pid}/task/${task}/children`, 'utf8').split(' ').filter(Boolean).map(Number),
    );
    return [pid, ...children.flatMap(familyOf)];
  } catch {
    return [pid]; // ended meanwhile, or no /proc on this system
  }
}

function residentBytes(pid: number): number {
  try {
    const [, resident = '0'] = readFileSync(`/proc/${pid}/statm`, 'utf8').split(' ');
    return Number(resident) * PAGE_BYTES;
  } catch {
    return 0; // as above
  }
}
