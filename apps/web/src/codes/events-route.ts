import type { LoaderFunctionArgs } from 'react-router';
import { followAsRecipient } from '../shell/ask-interface.ts';

/** The code's events: an `EventSource` can send no token, so the address carries it. */
export function loader({ request, context, params }: LoaderFunctionArgs): Promise<Response> {
  return followAsRecipient(context, params.token ?? '', request.headers.get('last-event-id'));
}
