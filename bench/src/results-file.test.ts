import { expect, test } from 'vitest';
import { withSections } from './results-file.ts';

const FILE = { head: '# Results', parts: ['peers', 'time', 'drawn'] } as const;
const both = withSections(
  FILE,
  '',
  new Map([
    ['peers', 'read by peers'],
    ['drawn', 'drawn\n\n## more'],
  ]),
);

test('a part that is measured alone takes the place of its own section', () => {
  const after = withSections(FILE, both, new Map([['drawn', 'drawn anew']]));
  expect(after).toContain('read by peers');
  expect(after).toContain('drawn anew');
  expect(after).not.toContain('## more');
});

test('sections stand in one order, whichever was measured first', () => {
  const after = withSections(FILE, both, new Map([['time', 'by the clock']]));
  expect(after.indexOf('read by peers')).toBeLessThan(after.indexOf('by the clock'));
  expect(after.indexOf('by the clock')).toBeLessThan(after.indexOf('drawn\n'));
});

test('nothing measured changes nothing', () => {
  expect(withSections(FILE, both, new Map())).toBe(both);
});
