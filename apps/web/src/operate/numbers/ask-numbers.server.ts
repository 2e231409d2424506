import { NUMBERS_BY, type Numbers, type NumbersBy } from '@vidimus/protocol';
import type { MemberClient } from '@vidimus/sdk';
import { type Days, daysOf, plusDays } from './days.ts';

export type AskedNumbers = { readonly days: Days; readonly by: NumbersBy; readonly numbers: Numbers };

/** The numbers that an address asks for. */
export async function askNumbers(api: MemberClient, request: Request): Promise<AskedNumbers> {
  const search = new URL(request.url).searchParams;
  const days = daysOf(search, new Date().toISOString().slice(0, 10));
  const by = NUMBERS_BY.find((one) => one === search.get('by')) ?? 'none';
  return { days, by, numbers: await api.numbers.get({ from: days.from, to: plusDays(days.to, 1), by }) };
}
