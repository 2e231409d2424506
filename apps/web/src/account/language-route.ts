import { type ActionFunctionArgs, redirect } from 'react-router';
import { LANGUAGES } from '../shell/locales.ts';
import { LANGUAGE_COOKIE } from '../shell/request-locale.ts';

const DAYS_365_S = 365 * 24 * 60 * 60;
/** Pages of accounts; anything else would lead astray. */
const BACK = /^\/(account|receipt)(\/[\w/-]*)?(\?[\w=&-]*)?$/;

/** `POST /account/language`: from now on pages speak this one. */
export async function action({ request }: ActionFunctionArgs) {
  const form = await request.formData();
  const chosen = LANGUAGES.find(({ locale }) => locale === form.get('locale'))?.locale ?? 'en';
  const back = String(form.get('back') ?? '');
  const cookie = `${LANGUAGE_COOKIE}=${chosen}; Path=/; Max-Age=${DAYS_365_S}; SameSite=Lax`;
  return redirect(BACK.test(back) ? back : '/account', { headers: { 'Set-Cookie': cookie } });
}
