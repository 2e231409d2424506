import type { LoaderFunctionArgs } from 'react-router';
import { ask } from '../ask.server.ts';
import { requireMember } from '../require-member.server.ts';

/** `/desk/verifications/:id/media/:mediaId`: a photograph, to whoever is signed in and may see it. Nothing keeps a copy. */
export async function loader(args: LoaderFunctionArgs) {
  const { api } = await requireMember(args);
  const { id = '', mediaId = '' } = args.params;
  const photograph = await ask(args, () => api.verifications.getMedia(id, mediaId));
  if (!photograph.ok) return new Response(null, { status: photograph.problem.status });
  return new Response(photograph.value, {
    headers: { 'Content-Type': photograph.value.type, 'Cache-Control': 'no-store' },
  });
}
