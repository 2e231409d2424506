import { VidimusProblem } from '@vidimus/sdk';
import type { LoaderFunctionArgs } from 'react-router';
import { askAsApplicant } from '../shell/ask-interface.ts';

/** A photograph of one's own, small: an `<img>` cannot carry the link's token, so the page's address does. */
export async function loader({ context, params }: LoaderFunctionArgs): Promise<Response> {
  try {
    const file = await askAsApplicant(context, params.token ?? '').getOwnMedia(params.media ?? '');
    return new Response(file, { headers: { 'Content-Type': 'image/jpeg' } });
  } catch (problem) {
    if (problem instanceof VidimusProblem) return new Response(null, { status: problem.status });
    throw problem;
  }
}
