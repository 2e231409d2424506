import { VidimusProblem } from '@vidimus/sdk';
import { type LoaderFunctionArgs, redirect } from 'react-router';
import { askAsApplicant } from '../shell/ask-interface.ts';

/** All that is kept about the person, as a file to save. */
export async function loader({ context, params }: LoaderFunctionArgs): Promise<Response> {
  const { token = '' } = params;
  try {
    const file = await askAsApplicant(context, token).getOwnData();
    return new Response(file, {
      headers: { 'Content-Type': 'application/json', 'Content-Disposition': 'attachment; filename="my-data.json"' },
    });
  } catch (problem) {
    // The receipt says what became of it.
    if (problem instanceof VidimusProblem) return redirect(`/receipt/${token}`);
    throw problem;
  }
}
