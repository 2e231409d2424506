import { createMember, type MemberClient } from '@vidimus/sdk';
import type { RouterContextProvider } from 'react-router';
import { pageParts } from '../../shell/page-parts.ts';

/** The base is never dialled: the app answers in this process. */
const HERE = 'http://localhost';

/**
 * The interface for forms that open or end a session: what it answers as `Set-Cookie` is kept, to be handed on to the browser.
 * Nothing is tried twice.
 */
export function askForSession(
  context: Readonly<RouterContextProvider>,
  request: Request,
): { readonly api: MemberClient; readonly headers: () => Headers } {
  const { api } = context.get(pageParts);
  const kept = new Headers();
  const origin = request.headers.get('origin');
  const client = createMember({
    baseUrl: HERE,
    retries: 0,
    cookie: request.headers.get('cookie') ?? '',
    ...(origin === null ? {} : { origin }),
    fetch: async (url, init) => {
      const answer = await api(new Request(url, init));
      for (const cookie of answer.headers.getSetCookie()) kept.append('Set-Cookie', cookie);
      return answer;
    },
  });
  return { api: client, headers: () => kept };
}
