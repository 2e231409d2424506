import { expect, test } from 'vitest';
import { allRoutes } from '../routes.ts';
import { invitation } from './invitation.ts';

const DEMONSTRATION = { organization: 'org_1', policy: 'pol_1', test_key: 'sk_test_1', live_key: 'l', invitation: 'i' };
const PLACE = { url: 'http://127.0.0.1:3000', dataDirectory: '/data', tookMs: 1234, simulatorPath: '/simulator' };
const lines = invitation(DEMONSTRATION, PLACE).split('\n');

test('what is printed at the start fits on a screen, and names the company', () => {
  expect(lines.length).toBeLessThanOrEqual(35);
  expect(lines.join('\n')).toContain('org_1');
  expect(lines.join('\n')).toContain('http://127.0.0.1:3000/simulator ');
});

test('every address to be asked is one of the interface', () => {
  const paths = allRoutes(JSON.parse('{}')).map(({ path }) => path.replace('{id}', '$ID').replace('{side}', 'front'));
  const asked = lines.flatMap((line) => [...line.matchAll(/[$]VIDIMUS_URL([^ ]+)/g)].map(([, path = '']) => path));
  expect(asked).toHaveLength(11);
  expect(asked.filter((path) => !paths.includes(path))).toEqual([]);
});
