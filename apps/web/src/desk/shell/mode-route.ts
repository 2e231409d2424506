import { type ActionFunctionArgs, redirect } from 'react-router';
import { modeCookie } from '../desk-mode.server.ts';
import { safeDeskPath } from '../safe-path.ts';

/** `POST /desk/mode`: from now on the desk shows this one of the two modes. */
export async function action({ request }: ActionFunctionArgs) {
  const form = await request.formData();
  const mode = form.get('mode') === 'live' ? 'live' : 'test';
  return redirect(safeDeskPath(form.get('to')), { headers: { 'Set-Cookie': modeCookie(mode) } });
}
