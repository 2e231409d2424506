import { VidimusProblem } from '@vidimus/sdk';
import { type ActionFunctionArgs, redirect } from 'react-router';
import { askAsRecipient } from '../shell/ask-interface.ts';
import { LANGUAGES } from '../shell/locales.ts';
import { LANGUAGE_COOKIE } from '../shell/request-locale.ts';

/** The language of a code: of its page, and of the messages that are sent from now on. */
export async function action({ context, params, request }: ActionFunctionArgs) {
  const form = await request.formData();
  const locale = LANGUAGES.find((one) => one.locale === form.get('locale'))?.locale;
  const page = `/code/${params.token}`;
  if (locale === undefined) return redirect(page);
  try {
    await askAsRecipient(context, params.token ?? '').chooseLanguage({ locale });
  } catch (problem) {
    // Nothing to change: the page that follows says why the link does not open, in that language.
    if (!(problem instanceof VidimusProblem)) throw problem;
  }
  const kept = `${LANGUAGE_COOKIE}=${locale}; Path=/; Max-Age=31536000; SameSite=Lax`;
  return redirect(page, { headers: { 'Set-Cookie': kept } });
}
