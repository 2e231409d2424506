import type { LoaderFunctionArgs } from 'react-router';
import { ask } from '../../desk/ask.server.ts';
import { requireMember } from '../../desk/require-member.server.ts';

/** `/desk/audit/export`: the whole record, signed; verify it anywhere with `vidimus audit verify FILE`. */
export async function loader(args: LoaderFunctionArgs) {
  const { api, session } = await requireMember(args);
  const asked = await ask(args, () => api.audit.export());
  if (!asked.ok) return new Response(asked.problem.detail, { status: asked.problem.status });
  return new Response(asked.value, {
    headers: {
      'Content-Type': 'application/jsonl',
      'Content-Disposition': `attachment; filename="${session.organization.id}.audit.jsonl"`,
    },
  });
}
