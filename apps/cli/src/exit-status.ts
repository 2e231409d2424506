/** What a shell learns from a run. */
export const EXIT = {
  /** Approved; for commands that decide nothing: done. */
  approved: 0,
  /** Not approved, and the reasons were printed; for commands that decide nothing: the answer is no. */
  notApproved: 1,
  /** Could not run; the way out was printed. */
  couldNotRun: 2,
} as const;

export type ExitStatus = (typeof EXIT)[keyof typeof EXIT];
