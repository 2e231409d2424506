import { textsOf } from '../texts/texts.server.ts';
import { type AskedPage, requireMember } from './require-member.server.ts';

/** What every page of the desk may use: who is signed in, what they may do, what waits, and the desk's words, sent once for all. */
export async function loadDesk(args: AskedPage) {
  const { api, locale } = await requireMember(args);
  const { member, rights, organization, mode, reviews, webhooks } = await api.desk.get();
  return { locale, mode, member, rights, organization, reviews, webhooks, texts: { desk: textsOf('desk', locale) } };
}
