import { VidimusProblem } from '@vidimus/sdk';
import { type ActionFunctionArgs, redirect } from 'react-router';
import { askAsApplicant } from '../shell/ask-interface.ts';
import { LANGUAGES } from '../shell/locales.ts';
import { LANGUAGE_COOKIE } from '../shell/request-locale.ts';

/** The language of a verification, from either of its links; back to the page that it was chosen on. */
export async function action({ context, params, request }: ActionFunctionArgs) {
  const form = await request.formData();
  const locale = LANGUAGES.find((one) => one.locale === form.get('locale'))?.locale;
  const home = new URL(request.url).pathname.replace(/\/language$/, '');
  const back = form.get('back');
  const isWithin =
    typeof back === 'string' && (back === home || back.startsWith(`${home}/`) || back.startsWith(`${home}?`));
  if (locale !== undefined) await choose(askAsApplicant(context, params.token ?? ''), locale);
  return redirect(isWithin ? back : home, {
    // For pages that know no verification: a link that does not open is explained in it.
    headers:
      locale === undefined
        ? {}
        : { 'Set-Cookie': `${LANGUAGE_COOKIE}=${locale}; Path=/; Max-Age=31536000; SameSite=Lax` },
  });
}

async function choose(client: ReturnType<typeof askAsApplicant>, locale: (typeof LANGUAGES)[number]['locale']) {
  try {
    await client.chooseLanguage({ locale });
  } catch (problem) {
    // Nothing to change: the page that follows says why the link does not open.
    if (!(problem instanceof VidimusProblem)) throw problem;
  }
}
