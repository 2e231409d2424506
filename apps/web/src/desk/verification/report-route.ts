import type { LoaderFunctionArgs } from 'react-router';
import { ask } from '../ask.server.ts';
import { requireMember } from '../require-member.server.ts';

const NOT_FOUND = 404;

/** `/desk/verifications/:id/report/json` and `/pdf`: the signed report, as a file. */
export async function loader(args: LoaderFunctionArgs) {
  const { api } = await requireMember(args);
  const { id = '', kind = '' } = args.params;
  if (kind !== 'json' && kind !== 'pdf') return new Response(null, { status: NOT_FOUND });
  const report = await ask(args, async () =>
    kind === 'pdf' ? api.reports.getPdf(id) : JSON.stringify(await api.reports.get(id), null, 2),
  );
  if (!report.ok) return new Response(report.problem.detail, { status: report.problem.status });
  return new Response(report.value, {
    headers: {
      'Content-Type': kind === 'pdf' ? 'application/pdf' : 'application/json',
      'Content-Disposition': `attachment; filename="${id}.${kind}"`,
      'Cache-Control': 'no-store',
    },
  });
}
