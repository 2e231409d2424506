import { VidimusProblem } from '@vidimus/sdk';
import type { LoaderFunctionArgs } from 'react-router';
import { askAsRecipient } from '../shell/ask-interface.ts';

/** The operator's logo, on a code's page. */
export async function loader({ context, params }: LoaderFunctionArgs): Promise<Response> {
  try {
    const logo = await askAsRecipient(context, params.token ?? '').applicant.getLogo();
    return new Response(logo, { headers: { 'Content-Type': 'image/png' } });
  } catch (problem) {
    if (problem instanceof VidimusProblem) return new Response(null, { status: problem.status });
    throw problem;
  }
}
