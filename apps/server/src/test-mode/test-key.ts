/** Who may use test mode: keys of test mode, and members who look at it. What it does would be out of place anywhere else. */
import type { Caller } from '../http/caller.ts';
import type { Problem } from '../http/problem.ts';
import type { Route } from '../http/route.ts';

const NEEDS_TEST_KEY = { status: 403, code: 'test-mode.needs-test-key' } as const;

/** What its routes have in common. */
export const TEST_ROUTE = {
  tag: 'test mode',
  callers: ['api_key', 'member'],
  right: 'test:write',
  problems: [NEEDS_TEST_KEY],
} as const satisfies Partial<Route>;

/** Undefined when the caller may. */
export function whyNoTestKey(caller: Caller): Problem | undefined {
  if (caller.mode === 'test') return undefined;
  const detail = 'This belongs to test mode. Use a key that begins with sk_test_, or look at test mode.';
  return { ...NEEDS_TEST_KEY, detail };
}
