import type { LoaderFunctionArgs } from 'react-router';
import { requireMember } from '../../desk/require-member.server.ts';
import { csvOf } from '../charts/csv.ts';
import { askNumbers } from './ask-numbers.server.ts';
import { numbersView, TABLES } from './numbers-view.server.ts';

/** `/desk/numbers.csv?table=…`: the table under a chart, as a file. */
export async function loader(args: LoaderFunctionArgs) {
  const { api, locale } = await requireMember(args);
  const { days, by, numbers } = await askNumbers(api, args.request);
  const asked = new URL(args.request.url).searchParams.get('table');
  const name = TABLES.find((one) => one === asked) ?? 'days';
  const { head, rows } = numbersView(numbers, locale).tables[name];
  const kind = name === 'groups' ? by : name;
  return new Response(csvOf([head, ...rows]), {
    headers: {
      'Content-Type': 'text/csv; charset=utf-8',
      'Content-Disposition': `attachment; filename="vidimus-${kind}-${days.from}-${days.to}.csv"`,
    },
  });
}
