import { expect, test } from 'vitest';
import { isServed, type MessageRoute, rankRoutes } from './message-route.ts';

const route = (name: string, more: Partial<MessageRoute> = {}): MessageRoute => ({
  name,
  channel: 'sms',
  prefixes: [],
  order: 1,
  cost: 1,
  usualSeconds: 60,
  ...more,
});
const TO = { channel: 'sms', to: '+50688880001' } as const;
const NOTHING = { health: new Map(), without: [], avoid: [] };
const names = (routes: readonly MessageRoute[], told: Partial<Parameters<typeof rankRoutes>[2]> = {}) =>
  rankRoutes(routes, TO, { ...NOTHING, ...told }).map(({ name }) => name);

test.each<[string, readonly MessageRoute[], Partial<Parameters<typeof rankRoutes>[2]>, readonly string[]]>([
  [
    'the longest prefix goes first',
    [route('world'), route('cr', { prefixes: ['506'], order: 9 })],
    {},
    ['cr', 'world'],
  ],
  ['then the order', [route('b', { order: 2 }), route('a', { order: 1, cost: 9 })], {}, ['a', 'b']],
  ['then the cost', [route('a', { cost: 2 }), route('b', { cost: 1 })], {}, ['b', 'a']],
  [
    'an ill route goes last',
    [route('cr', { prefixes: ['506'] }), route('world')],
    { health: new Map([['cr', 'ill']]) },
    ['world', 'cr'],
  ],
  [
    'a route by which nothing arrives there goes behind the ill ones',
    [route('cr', { prefixes: ['506'] }), route('world')],
    {
      health: new Map([
        ['cr', 'out'],
        ['world', 'ill'],
      ]),
    },
    ['world', 'cr'],
  ],
  ['a route that others took goes behind', [route('a'), route('b', { order: 2 })], { avoid: ['a'] }, ['b', 'a']],
  ['a route that had it is left out', [route('a'), route('b')], { without: ['a'] }, ['b']],
  [
    'other countries and channels are left out',
    [route('us', { prefixes: ['1'] }), route('call', { channel: 'call' })],
    {},
    [],
  ],
])('%s', (_, routes, told, expected) => {
  expect(names(routes, told)).toEqual(expected);
});

test('mail knows no prefixes', () => {
  const mail = route('mail', { channel: 'email', prefixes: ['506'], usualSeconds: undefined });
  expect(isServed([mail], { channel: 'email', to: 'anna@example.com' })).toBe(true);
});
