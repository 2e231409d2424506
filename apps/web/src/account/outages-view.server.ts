/** Where codes do not arrive at the moment, in the reader's words. */
import { type AccountClient, VidimusProblem } from '@vidimus/sdk';
import { catalogueOf, formatCountry, formatDate, type Locale } from '@vidimus/vocabulary';
import { formatMessage } from '../shell/format-message.ts';
import { textsOf } from '../texts/texts.server.ts';
import type { AccountPlaceAsked } from './place-in.ts';

export type OutagesShown = { readonly lines: readonly string[]; readonly advice: string };

/** A line each; undefined where there are none, or where it is not known yet whose account it will be. */
export async function outagesView(
  api: Pick<AccountClient, 'listOutages'>,
  place: AccountPlaceAsked,
  locale: Locale,
): Promise<OutagesShown | undefined> {
  const texts = textsOf('account', locale);
  const { outages } = await api.listOutages(place).catch((error: unknown) => {
    if (error instanceof VidimusProblem && error.code === 'account.organization-not-named') return { outages: [] };
    throw error;
  });
  if (outages.length === 0) return undefined;
  const lines = outages.map(({ channel, country, partly, since }) => {
    const where = country === null ? texts.outages_everywhere : formatCountry(country, catalogueOf(locale));
    const what = formatMessage(texts[`outages_${channel}`], locale, { where });
    const time = formatDate(since, locale);
    return formatMessage(texts[partly ? 'outages_partly' : 'outages_wholly'], locale, { what, time });
  });
  const isMailOut = outages.some(({ channel }) => channel === 'email');
  return { lines, advice: isMailOut ? texts.outages_without_mail : texts.outages_text };
}
