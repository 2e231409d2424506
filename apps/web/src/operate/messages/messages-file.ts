import type { LoaderFunctionArgs } from 'react-router';
import { requireMember } from '../../desk/require-member.server.ts';
import { csvOf } from '../charts/csv.ts';
import { askMessages } from './ask-messages.server.ts';
import { messagesView, TABLES } from './messages-view.server.ts';

/** `/desk/messages.csv?table=…`: a table of the page, as a file. */
export async function loader(args: LoaderFunctionArgs) {
  const { api, locale } = await requireMember(args);
  const { span, figures } = await askMessages(api, args.request);
  const asked = new URL(args.request.url).searchParams.get('table');
  const name = TABLES.find((one) => one === asked) ?? 'places';
  const { head, rows } = messagesView(figures, locale).tables[name];
  return new Response(csvOf([head, ...rows]), {
    headers: {
      'Content-Type': 'text/csv; charset=utf-8',
      'Content-Disposition': `attachment; filename="vidimus-messages-${name}-${span}-${figures.to.slice(0, 10)}.csv"`,
    },
  });
}
