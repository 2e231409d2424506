/** What an action does when the interface refuses: go to where the way leads now, or say what is to be mended. */
import { VidimusProblem, VidimusUnreachable } from '@vidimus/sdk';
import { data, redirect } from 'react-router';
import { type ProblemKey, problemKey } from './problem-words.ts';

/** Codes that mean: done on another device meanwhile, run out, or erased. The way's beginning knows where to go on. */
export const ELSEWHERE: ReadonlySet<string> = new Set([
  'verification.step-not-asked',
  'verification.not-from-here',
  'verification.session-expired',
  'verification.steps-missing',
  'verification.consent-missing',
  'verification.erased',
  'verification.not-expired-yet',
]);

export type Refused = { readonly problem: ProblemKey };

/** Runs a step; `base` is the way's own path. */
export async function takeStep<T>(base: string, work: () => Promise<T>): Promise<T | ReturnType<typeof refused>> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof VidimusUnreachable) return refused('problem_ours', 503);
    if (!(error instanceof VidimusProblem)) throw error;
    if (error.code === 'verification.session-expired') throw redirect(`${base}/outcome?expired`);
    if (ELSEWHERE.has(error.code)) throw redirect(base);
    return refused(problemKey(error.code), error.status);
  }
}

function refused(problem: ProblemKey, status: number) {
  return data<Refused>({ problem }, { status });
}

/** A field of a form as text; empty where there is none. */
export function textIn(form: FormData, name: string): string {
  const value = form.get(name);
  return typeof value === 'string' ? value.trim() : '';
}
