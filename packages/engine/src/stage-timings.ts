/** Milliseconds per stage, added up over the photos: `decode`, `locate`, `mrz`, `barcode`, `visual_zone`, `quality`, `checks`. */
export type StageTimings = Readonly<Record<string, number>>;

/** Measures named stretches of work with the clock that it is given. */
export function startTimings(now: () => number) {
  const spent: Record<string, number> = {};
  return {
    /** Runs `work` and books its time on `stage`; stretches that overlap are each booked in full. */
    async measure<T>(stage: string, work: () => Promise<T> | T): Promise<T> {
      const begun = now();
      try {
        return await work();
      } finally {
        spent[stage] = (spent[stage] ?? 0) + (now() - begun);
      }
    },
    spent: (): StageTimings => ({ ...spent }),
  };
}
export type Timings = ReturnType<typeof startTimings>;
