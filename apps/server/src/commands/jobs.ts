/** `vidimus jobs list` and `vidimus jobs retry`. */
import type { JobName } from '../jobs/jobs.ts';
import { JOB_NAMES, OpenJobs } from '../jobs/open-jobs.ts';
import type { Tell } from '../tell.ts';
import { said } from './refusals.ts';
import { withSafe } from './with-safe.ts';

export type RetryOptions = { readonly name?: string; readonly most?: string };

const MOST = 1000;
const ON_POSTGRESQL = 'On PostgreSQL (DATABASE_URL) this can be done while a server runs.';

/** One line for each kind of job. 0 told, 2 could not run. */
export async function listJobs(tell: Tell): Promise<0 | 1 | 2> {
  return withJobs(tell, async (jobs) => {
    tell.out(row('kind', 'waiting', 'active', 'dead'));
    for (const { name, waiting, active, dead } of await jobs.counts()) tell.out(row(name, waiting, active, dead));
    return 0;
  });
}

/** Gives dead jobs all their tries again. 0 done, 2 could not run. */
export async function retryJobs(options: RetryOptions, tell: Tell): Promise<0 | 1 | 2> {
  const name = JOB_NAMES.find((known) => known === options.name);
  if (options.name !== undefined && name === undefined) {
    tell.err(said(`--name wants one of ${JOB_NAMES.join(', ')}.`));
    return 2;
  }
  const most = options.most ?? String(MOST);
  if (!/^[1-9]\d{0,4}$/.test(most)) {
    tell.err(said('--most wants a whole number from 1 to 99999.'));
    return 2;
  }
  const wanted: { readonly name?: JobName; readonly most: number } = {
    most: Number(most),
    ...(name === undefined ? {} : { name }),
  };
  return withJobs(tell, async (jobs) => {
    tell.out(`${await jobs.retryDead(wanted)} dead jobs wait to be tried again.\n`);
    return 0;
  });
}

async function withJobs(tell: Tell, work: (jobs: OpenJobs) => Promise<0>): Promise<0 | 1 | 2> {
  return withSafe(
    tell,
    async ({ database }) => {
      const onTrouble = ({ code }: { readonly code: string }) => tell.err(`${code}\n`);
      const jobs = await OpenJobs.start({ database, onTrouble }, { supervises: false });
      try {
        return await work(jobs);
      } finally {
        await jobs.close(0);
      }
    },
    ON_POSTGRESQL,
  );
}

function row(...words: readonly (string | number)[]): string {
  const [first = '', ...others] = words;
  return `${String(first).padEnd(22)}${others.map((word) => String(word).padStart(9)).join('')}\n`;
}
