import { VidimusProblem } from '@vidimus/sdk';
import type { LoaderFunctionArgs } from 'react-router';
import { askAsApplicant } from '../shell/ask-interface.ts';

/** The operator's logo, for whoever has a link (`:token`): an `<img>` cannot carry it, so the address does. */
export async function loader({ context, params }: LoaderFunctionArgs): Promise<Response> {
  try {
    const logo = await askAsApplicant(context, params.token ?? '').getLogo();
    return new Response(logo, { headers: { 'Content-Type': 'image/png' } });
  } catch (problem) {
    if (problem instanceof VidimusProblem) return new Response(null, { status: problem.status });
    throw problem;
  }
}
