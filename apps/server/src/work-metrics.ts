/** What waits and what is being done, for whoever watches: asked when it is scraped. */
import { Gauge, type Registry } from 'prom-client';
import type { OpenJobs } from './jobs/open-jobs.ts';
import type { Reader } from './reader/reader.ts';

/** Adds `vidimus_jobs` by name and state, and `vidimus_reader_waiting`. */
export function addWorkMetrics(
  registry: Registry,
  work: { readonly jobs: Pick<OpenJobs, 'counts'>; readonly reader: Pick<Reader, 'waiting' | 'pids'> },
): void {
  new Gauge({
    name: 'vidimus_jobs',
    help: 'Jobs that wait, are being done, or failed for good.',
    labelNames: ['name', 'state'],
    registers: [registry],
    async collect() {
      for (const { name, waiting, active, dead } of await work.jobs.counts()) {
        this.set({ name, state: 'waiting' }, waiting);
        this.set({ name, state: 'active' }, active);
        this.set({ name, state: 'dead' }, dead);
      }
    },
  });
  new Gauge({
    name: 'vidimus_reader_waiting',
    help: 'Documents that wait for a process that reads.',
    registers: [registry],
    collect() {
      this.set(work.reader.waiting);
    },
  });
  new Gauge({
    name: 'vidimus_reader_processes',
    help: 'Processes that read, of those that are up.',
    registers: [registry],
    collect() {
      this.set(work.reader.pids.length);
    },
  });
}
