import { readFileSync } from 'node:fs';
import { familyOf } from './process-family.ts';

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

function residentBytes(pid: number): number {
  try {
    const [, resident = '0'] = readFileSync(`/proc/${pid}/statm`, 'utf8').split(' ');
    return Number(resident) * PAGE_BYTES;
  } catch {
    return 0; // as above
  }
}
