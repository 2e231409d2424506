/** The demonstration's policy that asks for a telephone number: made through the interface when somebody wants to try it. */
import { TRY_OUT_POLICY } from '@vidimus/vocabulary';
import type { Hono } from 'hono';
import { z } from 'zod';
import type { AppEnv } from '../http/app-context.ts';

const NAME = `${TRY_OUT_POLICY.name}, with a telephone number`;
const listedSchema = z.looseObject({
  data: z.array(
    z.looseObject({
      id: z.string(),
      name: z.string(),
      published_version: z.int().nullable(),
      is_default: z.boolean(),
    }),
  ),
});
const madeSchema = z.looseObject({ id: z.string() });

/**
 * Its id; the one of before, where there is one. `operator`: as the demonstration's own policy calls it, which is the `usual` one and
 * stays what is used where none is named.
 */
export async function contactPolicy(
  app: Pick<Hono<AppEnv>, 'request'>,
  { key, operator, usual }: { readonly key: string; readonly operator: string; readonly usual: string },
): Promise<string> {
  const ask = async (method: 'GET' | 'POST', path: string, body?: object): Promise<unknown> => {
    const answer = await app.request(path, {
      method,
      headers: { Authorization: `Bearer ${key}`, 'Content-Type': 'application/json' },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    if (!answer.ok) throw new Error(`the demonstration's policy was refused: ${method} ${path} ${answer.status}`);
    return answer.json();
  };
  const { data } = listedSchema.parse(await ask('GET', '/v1/policies?limit=100'));
  // One that an earlier Vidimus made has no default.
  if (!data.some(({ is_default }) => is_default)) await ask('POST', `/v1/policies/${usual}/make-default`, {});
  const known = data.find(({ name, published_version }) => name === NAME && published_version !== null);
  if (known !== undefined) return known.id;
  const contacts = [{ kind: 'phone', channels: ['sms', 'call'], by_itself: true }];
  const document = { ...TRY_OUT_POLICY, name: NAME, operator, contacts };
  const { id } = madeSchema.parse(await ask('POST', '/v1/policies', { document }));
  await ask('POST', `/v1/policies/${id}/publish`, {});
  return id;
}
