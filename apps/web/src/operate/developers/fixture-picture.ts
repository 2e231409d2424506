import type { LoaderFunctionArgs } from 'react-router';
import { ask } from '../../desk/ask.server.ts';
import { requireMember } from '../../desk/require-member.server.ts';

/** `/desk/developers/test-mode/:code/:side`: the photograph that provokes a reason, for whoever is signed in. */
export async function loader(args: LoaderFunctionArgs) {
  const { api } = await requireMember(args);
  const { code = '', side } = args.params;
  const asked = await ask(args, () => api.testMode.getFixture(code, side === 'back' ? 'back' : 'front'));
  if (!asked.ok) return new Response(null, { status: asked.problem.status });
  return new Response(asked.value, { headers: { 'Content-Type': asked.value.type } });
}
