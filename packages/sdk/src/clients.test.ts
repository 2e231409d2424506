import { expect, test } from 'vitest';
import { createApplicant, createMember, createVidimus, type Fetch } from './index.ts';

/** Answers from a list, and keeps what was asked. */
function answering(...bodies: readonly unknown[]) {
  const asked: { readonly url: string; readonly headers: unknown }[] = [];
  const fetch: Fetch = (url, { headers }) => {
    asked.push({ url, headers });
    return Response.json(bodies[Math.min(asked.length, bodies.length) - 1]);
  };
  return { asked, options: { baseUrl: 'https://vidimus.test/behind/', fetch } };
}

const page = (ids: readonly string[], next_cursor: string | null) => ({
  data: ids.map((id) => ({ id })),
  has_more: next_cursor !== null,
  next_cursor,
});

test('a list can be walked over, page by page, as far as somebody wants', async () => {
  const { asked, options } = answering(page(['a', 'b'], 'b'), page(['c'], 'c'), page(['d'], null));
  const { verifications } = createVidimus({ ...options, key: 'sk_test_1' });
  const seen: string[] = [];
  for await (const { id } of verifications.listAll({ state: 'open', limit: 2 })) {
    seen.push(id);
    if (id === 'c') break;
  }
  expect(seen).toEqual(['a', 'b', 'c']);
  expect(asked.map(({ url }) => url)).toEqual([
    'https://vidimus.test/behind/v1/verifications?state=open&limit=2',
    'https://vidimus.test/behind/v1/verifications?state=open&limit=2&cursor=b',
  ]);
  for await (const { id } of verifications.listAll({ cursor: 'c' })) seen.push(id);
  expect(seen).toEqual(['a', 'b', 'c', 'd']);
});

test('a reason that this version does not know arrives with its class', async () => {
  const reason = { code: 'reason_of_next_year', class: 'retake', heading: 'New' };
  const { options } = answering({ id: 'ver_1', state: 'state_of_next_year', reasons: [reason] });
  const { reasons } = await createVidimus({ ...options, key: 'sk_test_1' }).verifications.get('ver_1');
  expect(reasons).toEqual([reason]);
});

test('every client shows who asks, and a member what is looked at', async () => {
  const { asked, options } = answering({});
  await createVidimus({ ...options, key: 'sk_test_1' }).reports.getSigningKey();
  await createApplicant({ ...options, token: 'vat_1' }).getVerification();
  await createMember({ ...options, mode: 'test', cookie: 'a=b', origin: 'https://vidimus.test' }).session.get();
  expect(asked.map(({ headers }) => headers)).toEqual([
    { accept: 'application/json', authorization: 'Bearer sk_test_1' },
    { accept: 'application/json', authorization: 'Bearer vat_1' },
    { accept: 'application/json', 'vidimus-mode': 'test', cookie: 'a=b', origin: 'https://vidimus.test' },
  ]);
});
