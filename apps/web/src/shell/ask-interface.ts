/** The interface for loaders and actions: asked in this process, on behalf of whoever opened the page. Server only. */
import {
  type AccountClient,
  type ApplicantClient,
  createAccount,
  createApplicant,
  createMember,
  createRecipient,
  type MemberClient,
  type RecipientClient,
} from '@vidimus/sdk';
import type { RouterContextProvider } from 'react-router';
import { pageParts } from './page-parts.ts';

/** The base is never dialled: the app answers in this process. */
const HERE = 'http://localhost';

/** With the token of an applicant's link, which stands in the page's address. */
export function askAsApplicant(context: Readonly<RouterContextProvider>, token: string): ApplicantClient {
  const { api } = context.get(pageParts);
  return createApplicant({ baseUrl: HERE, token, fetch: inProcess(api) });
}

/** The same for what has codes sent: what is asked for too soon is told, and nobody waits for it in the person's place. */
export function askOnceAsApplicant(context: Readonly<RouterContextProvider>, token: string): ApplicantClient {
  const { api } = context.get(pageParts);
  return createApplicant({ baseUrl: HERE, token, retries: 0, fetch: inProcess(api) });
}

/**
 * With the token of a one-time code's page, which stands in its address. What is asked for too soon is refused at once: the person is
 * told when, and nobody waits for it in their place.
 */
export function askAsRecipient(context: Readonly<RouterContextProvider>, token: string): RecipientClient {
  const { api } = context.get(pageParts);
  return createRecipient({ baseUrl: HERE, token, retries: 0, fetch: inProcess(api) });
}

/** With the session of whoever is signed in, and the Origin that their browser sent: the interface refuses foreign ones. */
export function askAsMember(
  context: Readonly<RouterContextProvider>,
  request: Request,
  mode: 'live' | 'test',
): MemberClient {
  const { api } = context.get(pageParts);
  const { headers } = request;
  const cookie = headers.get('cookie') ?? '';
  const origin = headers.get('origin');
  return createMember({ baseUrl: HERE, mode, cookie, ...(origin === null ? {} : { origin }), fetch: inProcess(api) });
}

/** With the session of whoever is signed in to an account, or is about to. */
export function askAsAccount(
  context: Readonly<RouterContextProvider>,
  request: Request,
): { readonly api: AccountClient; readonly headers: () => Headers } {
  const { options, headers } = keepingCookies(context, request);
  return { api: createAccount(options), headers };
}

/** The same for members, for the forms that open or end their session. */
export function askForSession(
  context: Readonly<RouterContextProvider>,
  request: Request,
): { readonly api: MemberClient; readonly headers: () => Headers } {
  const { options, headers } = keepingCookies(context, request);
  return { api: createMember(options), headers };
}

/** The events of the code of a contact of that verification. */
export function followAsApplicant(
  context: Readonly<RouterContextProvider>,
  token: string,
  kind: 'phone' | 'email',
  lastEventId: string | null,
): Promise<Response> {
  return follow(context, `/v1/applicant/contacts/${kind}/events`, token, lastEventId);
}

/** The events of that code, as the server sends them for as long as somebody listens. `lastEventId`: what the browser saw last. */
export function followAsRecipient(
  context: Readonly<RouterContextProvider>,
  token: string,
  lastEventId: string | null,
): Promise<Response> {
  return follow(context, '/v1/own-code/events', token, lastEventId);
}

function follow(
  context: Readonly<RouterContextProvider>,
  path: string,
  token: string,
  lastEventId: string | null,
): Promise<Response> {
  const headers = {
    authorization: `Bearer ${token}`,
    ...(lastEventId === null ? {} : { 'last-event-id': lastEventId }),
  };
  return context.get(pageParts).api(new Request(`${HERE}${path}`, { headers }));
}

function inProcess(api: (request: Request) => Promise<Response>): typeof fetch {
  return (input, init) => api(new Request(input, init));
}

/** What the interface answers as `Set-Cookie` is kept, to be handed on to the browser as `headers`. Nothing is tried twice. */
function keepingCookies(context: Readonly<RouterContextProvider>, request: Request) {
  const { api } = context.get(pageParts);
  const kept = new Headers();
  const origin = request.headers.get('origin');
  const answering: typeof fetch = async (url, init) => {
    const answer = await api(new Request(url, init));
    for (const cookie of answer.headers.getSetCookie()) kept.append('Set-Cookie', cookie);
    return answer;
  };
  const cookie = request.headers.get('cookie') ?? '';
  const options = { baseUrl: HERE, retries: 0, cookie, ...(origin === null ? {} : { origin }), fetch: answering };
  return { options, headers: () => kept };
}
