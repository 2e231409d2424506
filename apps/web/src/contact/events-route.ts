import type { LoaderFunctionArgs } from 'react-router';
import { followAsApplicant } from '../shell/ask-interface.ts';

/** What becomes of the code of a contact: an `EventSource` can send no token, so the address carries it. */
export function loader({ request, context, params }: LoaderFunctionArgs): Promise<Response> {
  const kind = params.kind === 'email' ? 'email' : 'phone';
  return followAsApplicant(context, params.token ?? '', kind, request.headers.get('last-event-id'));
}
