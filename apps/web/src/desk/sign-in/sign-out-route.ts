import { type ActionFunctionArgs, redirect } from 'react-router';
import { ask } from '../ask.server.ts';
import { askForSession } from './ask-for-session.server.ts';

/** `POST /desk/sign-out`. */
export async function action(args: ActionFunctionArgs) {
  const { api, headers } = askForSession(args.context, args.request);
  await ask(args, () => api.session.signOut());
  return redirect('/desk/sign-in?why=out', { headers: headers() });
}
