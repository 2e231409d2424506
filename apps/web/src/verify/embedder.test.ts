import { expect, test } from 'vitest';
import { embedderOf } from './embedder.server.ts';

test.each([
  ['https://shop.example/back?x=1', 'https://shop.example'],
  ['http://localhost:4000/', 'http://localhost:4000'],
  ['https://[2001:db8::1]/x', 'https://[2001:db8::1]'],
  ['https://*/x', null],
  ['https://a;sandbox/', null],
  ['javascript:alert(1)', null],
  ['no address', null],
  [null, null],
])('%s lets %s show the pages', (url, embedder) => {
  expect(embedderOf(url)).toBe(embedder);
});
