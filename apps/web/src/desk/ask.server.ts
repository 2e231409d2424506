import { VidimusProblem } from '@vidimus/sdk';
import { redirect } from 'react-router';
import { type AskedPage, isSignedOut, signInPath } from './require-member.server.ts';
import type { ToldProblem } from './told-problem.ts';

export type Asked<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly problem: ToldProblem };

const OUR_FAULT = 500;

/**
 * Asks the interface and hands back a refusal as a value, for the page to tell. When the session has ended it throws the way
 * to the sign-in; what is our own fault, it throws on.
 * @example const made = await ask(args, () => api.apiKeys.create(body)); if (!made.ok) return data(made, made.problem.status);
 */
export async function ask<T>({ request }: AskedPage, question: () => Promise<T>): Promise<Asked<T>> {
  try {
    return { ok: true, value: await question() };
  } catch (error) {
    if (isSignedOut(error)) throw redirect(signInPath(request));
    if (!(error instanceof VidimusProblem) || error.status >= OUR_FAULT) throw error;
    const { code, status, detail, errors } = error;
    return { ok: false, problem: { code, status, detail, errors } };
  }
}
