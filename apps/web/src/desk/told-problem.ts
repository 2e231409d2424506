/** A refusal of the interface as a page of the desk tells it; staff may read the detail. */
export type ToldProblem = {
  readonly code: string;
  readonly status: number;
  readonly detail: string;
  readonly errors: readonly { readonly pointer: string; readonly detail: string }[];
};

/** The second factor has to be proven again; see `StepUpDialog`. */
export function isStepUpNeeded(problem: ToldProblem | undefined): boolean {
  return problem?.code === 'session.step-up-needed';
}

/** What became of a proof of the second factor. */
export type StepUpDone = { readonly problem: ToldProblem | undefined; readonly isProven: boolean };
