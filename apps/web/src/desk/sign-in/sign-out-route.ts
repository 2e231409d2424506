import { type ActionFunctionArgs, redirect } from 'react-router';
import { askForSession } from '../../shell/ask-interface.ts';
import { ask } from '../ask.server.ts';

/** `POST /desk/sign-out`. */
export async function action(args: ActionFunctionArgs) {
  const { api, headers } = askForSession(args.context, args.request);
  await ask(args, () => api.session.signOut());
  return redirect('/desk/sign-in?why=out', { headers: headers() });
}
