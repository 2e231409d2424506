/** The verification behind the link in a page's address, asked for once per request. */
import { type ApplicantClient, type ApplicantView, VidimusProblem } from '@vidimus/sdk';
import {
  type ActionFunctionArgs,
  createContext,
  type LoaderFunctionArgs,
  type MiddlewareFunction,
  type RouterContextProvider,
  redirect,
} from 'react-router';
import { askAsApplicant } from '../shell/ask-interface.ts';
import type { LinkTrouble } from './link-trouble.ts';

export type Opened = {
  readonly view: ApplicantView;
  readonly client: ApplicantClient;
  readonly token: string;
  readonly now: Date;
};

type OpenedLink = { readonly ok: true; readonly value: Opened } | Closed;
type Closed = {
  readonly ok: false;
  readonly why: LinkTrouble /** Which this device shows while it waits. */;
  readonly number?: number;
};

const openedLink = createContext<OpenedLink>();

/** For the outermost route with a `:token`: everything within finds what the link opens. */
export const openLink: MiddlewareFunction<Response> = async ({ context, params }) => {
  const token = params.token ?? '';
  const client = askAsApplicant(context, token);
  context.set(openedLink, await opened(client, token));
};

/** What the link opened, or why it did not. */
export function linkIn(context: Readonly<RouterContextProvider>): OpenedLink {
  return context.get(openedLink);
}

/** A loader or action of a link that opens. Where it does not, the layout says why, and nothing else is shown: null. */
export function withLink<T, Args extends LoaderFunctionArgs | ActionFunctionArgs>(
  work: (opened: Opened, args: Args) => Promise<T>,
): (args: Args) => Promise<T | null> {
  return async (args) => {
    const link = linkIn(args.context);
    return link.ok ? work(link.value, args) : null;
  };
}

async function opened(client: ApplicantClient, token: string): Promise<OpenedLink> {
  try {
    return { ok: true, value: { view: await client.getVerification(), client, token, now: new Date() } };
  } catch (problem) {
    if (!(problem instanceof VidimusProblem)) throw problem;
    if (problem.code === 'hand-off.to-be-opened') return openHere(client);
    const why = troubleOf(problem);
    if (why === undefined) throw problem;
    return why === 'waits' ? { ok: false, why, number: (await client.getHandOff()).number } : { ok: false, why };
  }
}

/** The link in the code is everybody's who saw it: this device goes on with its own. */
async function openHere(client: ApplicantClient): Promise<Closed> {
  try {
    const { token } = await client.openHandOff();
    throw redirect(`/verify/${token}`);
  } catch (problem) {
    // As many have opened it as may, or it ran out meanwhile: a new code is the way out of both.
    if (problem instanceof VidimusProblem) return { ok: false, why: 'ran_out' };
    throw problem;
  }
}

function troubleOf({ code, status }: VidimusProblem): LinkTrouble | undefined {
  if (code === 'verification.erased') return 'erased';
  if (code === 'request.rate-limited' || status === 503) return 'busy';
  if (code === 'hand-off.ran-out') return 'ran_out';
  if (code === 'hand-off.waits') return 'waits';
  return status === 401 || status === 403 || status === 404 ? 'unknown' : undefined;
}
