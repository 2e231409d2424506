import { expect, test } from 'vitest';
import { parseOptions } from './options.ts';

test('without a word everything is measured, on photographs for reporting', () => {
  expect(parseOptions([])).toMatchObject({ ok: true, value: { what: 'all', variant: 'report', limit: null } });
});

test.each([
  [['--gate'], { what: 'gate' }],
  [['--photos', 'holiday'], { what: 'photos', folder: 'holiday' }],
  [['glyphs'], { what: 'glyphs' }],
  [['mrz'], { what: 'mrz', peers: null, parts: null, folder: '' }],
  [
    ['mrz', '--photos', 'holiday', '--peers', 'others', '--parts', 'peers,time'],
    { what: 'mrz', folder: 'holiday', peers: 'others', parts: ['peers', 'time'] },
  ],
  [['--help'], { what: 'all' }],
  [['--variant', 'other'], { variant: 'other' }],
  [['--variant', 'tune', '--limit', '40', '--only', 'glare'], { variant: 'tune', limit: 40, only: 'glare' }],
])('%j is understood', (args, value) => {
  expect(parseOptions(args)).toMatchObject({ ok: true, value });
});

test.each([
  [['nonsense'], 'nonsense'],
  [['--variant', 'night'], 'night'],
  [['--limit', 'many'], 'many'],
  [['mrz', '--parts', 'peers,night'], 'night'],
  [['--colour'], '--colour'],
])('%j is refused, and the refusal names it', (args, named) => {
  expect(parseOptions(args)).toMatchObject({ ok: false, why: expect.stringContaining(named) });
});

test('tuning and reporting never share a seed, and neither do what is reported and what is held against older scores', () => {
  const seeds = [[], ['--variant', 'tune'], ['--variant', 'other'], ['--gate']].map((args) => seedOf(args));
  expect(new Set(seeds).size).toBe(4);
  expect(seedOf(['mrz'])).toBe(seedOf(['--gate']));
});

function seedOf(args: readonly string[]): number {
  const parsed = parseOptions(args);
  if (!parsed.ok) throw new Error(parsed.why);
  return parsed.value.seed;
}
