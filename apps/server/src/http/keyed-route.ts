/** Which routes take an `Idempotency-Key`. */
import type { Route } from './route.ts';

/** One key means one effect where one transaction of a known caller holds the whole effect, and the answer may be stored. */
export function isKeyed(route: Pick<Route, 'method' | 'callers' | 'transactions' | 'keepsNothing'>): boolean {
  const { method, callers, transactions, keepsNothing } = route;
  return method === 'post' && callers.length > 0 && transactions !== 'own' && keepsNothing !== true;
}
