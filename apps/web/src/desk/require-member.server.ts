/** For loaders and actions of the desk: who asks, and the interface on their behalf. */
import { type MemberClient, VidimusProblem } from '@vidimus/sdk';
import type { Locale } from '@vidimus/vocabulary';
import { type LoaderFunctionArgs, redirect } from 'react-router';
import { askAsMember } from '../shell/ask-interface.ts';
import { pageParts } from '../shell/page-parts.ts';
import { requestLocale } from '../shell/request-locale.ts';
import { type DeskMode, deskMode } from './desk-mode.server.ts';

export type DeskMember = {
  /** The interface, with this member's session, in the mode that they look at. */
  readonly api: MemberClient;
  readonly session: Awaited<ReturnType<MemberClient['session']['get']>>;
  readonly mode: DeskMode;
  readonly locale: Locale;
};

/** What of a loader's arguments is looked at. */
export type AskedPage = Pick<LoaderFunctionArgs, 'request' | 'context'>;

/**
 * Whoever is signed in. Throws a redirect to the sign-in, which leads back here, when nobody is; and one to the set-up when
 * they came by an invitation and have no way to sign in yet.
 */
export async function requireMember({ request, context }: AskedPage): Promise<DeskMember> {
  const mode = deskMode(request, context.get(pageParts).isDemonstration);
  const api = askAsMember(context, request, mode);
  const session = await api.session.get().catch((error: unknown) => {
    if (isSignedOut(error)) throw redirect(signInPath(request));
    throw error;
  });
  if (session.kind === 'enrolment') throw redirect('/desk/set-up');
  return { api, session, mode, locale: requestLocale(request) };
}

/** Nobody is signed in, or not any more. */
export function isSignedOut(error: unknown): boolean {
  return error instanceof VidimusProblem && error.status === 401 && error.code.startsWith('auth.');
}

/** The sign-in, and from there back to the page of this request. */
export function signInPath(request: Request): string {
  const { pathname, search } = new URL(request.url);
  return `/desk/sign-in?${new URLSearchParams({ to: pathname.replace(/[.]data$/, '') + search })}`;
}
