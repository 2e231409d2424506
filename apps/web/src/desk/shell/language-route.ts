import { type ActionFunctionArgs, redirect } from 'react-router';
import { LANGUAGES } from '../../shell/locales.ts';
import { LANGUAGE_COOKIE } from '../../shell/request-locale.ts';
import { safeDeskPath } from '../safe-path.ts';

const DAYS_365_S = 365 * 24 * 60 * 60;

/** `POST /desk/language`: from now on pages speak this one. */
export async function action({ request }: ActionFunctionArgs) {
  const form = await request.formData();
  const chosen = LANGUAGES.find(({ locale }) => locale === form.get('language'))?.locale ?? 'en';
  const cookie = `${LANGUAGE_COOKIE}=${chosen}; Path=/; Max-Age=${DAYS_365_S}; SameSite=Lax`;
  return redirect(safeDeskPath(form.get('to')), { headers: { 'Set-Cookie': cookie } });
}
