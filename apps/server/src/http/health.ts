/** Whether the process lives, and whether it can serve. */

/** One thing that has to work: the database answers, its tables are up to date, jobs run. */
export type Probe = { readonly name: string; readonly isReady: () => Promise<boolean> };

export type Readiness = { readonly ready: boolean; readonly parts: Readonly<Record<string, 'ready' | 'not_ready'>> };

/** For one probe; whoever asks wants an answer before its own patience ends. */
const PATIENCE_MS = 2000;

/** Asks all at once; one that throws or says nothing is not ready. */
export async function readiness(probes: readonly Probe[], patienceMs = PATIENCE_MS): Promise<Readiness> {
  const states = await Promise.all(
    probes.map(async ({ name, isReady }) => {
      const ready = await inTime(isReady(), patienceMs);
      return [name, ready ? 'ready' : 'not_ready'] as const;
    }),
  );
  return { ready: states.every(([, state]) => state === 'ready'), parts: Object.fromEntries(states) };
}

async function inTime(answer: Promise<boolean>, patienceMs: number): Promise<boolean> {
  const late = Promise.withResolvers<boolean>();
  const timer = setTimeout(() => late.resolve(false), patienceMs);
  try {
    return await Promise.race([answer.catch(() => false), late.promise]);
  } finally {
    clearTimeout(timer);
  }
}
