import { expect, test } from 'vitest';
import { asAddressed } from './as-addressed.ts';

const PUBLIC = 'https://verify.example';
const post = (origin: string) =>
  new Request('http://10.0.0.7:3000/verify/vat_x/check?a=1', { method: 'POST', headers: { origin }, body: 'b=2' });

test('a form of our own public origin was sent to it, whatever the proxy calls us', async () => {
  const request = asAddressed(post(PUBLIC), PUBLIC);
  expect(request.url).toBe('https://verify.example/verify/vat_x/check?a=1');
  expect([request.method, await request.text()]).toEqual(['POST', 'b=2']);
});

test.each([
  ['another site', 'https://elsewhere.example', PUBLIC],
  ['anybody, while there is no public address', PUBLIC, undefined],
  ['nobody who says so', 'null', PUBLIC],
])('a form of %s stays what it is, and is refused', (_, origin, publicUrl) => {
  const request = post(origin);
  expect(asAddressed(request, publicUrl)).toBe(request);
});
