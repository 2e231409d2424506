/** What else happens when a route has done its work: in the same transaction, so that both stand or neither does. */
import type { DatabaseTransaction } from '../db/transaction.ts';
import type { Caller } from '../http/caller.ts';
import type { Route } from '../http/route.ts';

/** `params` and `body` as the route's own schemas left them; `body` of its reply. */
export type Done = {
  readonly trx: DatabaseTransaction;
  readonly caller: Caller;
  readonly params: unknown;
  readonly body: unknown;
};

/** The same routes, of which the named ones set something off. Throws for a name that no route has. */
export function afterRoutes(
  routes: readonly Route[],
  effects: Readonly<Record<string, (done: Done) => Promise<void>>>,
): readonly Route[] {
  const missing = Object.keys(effects).find((id) => !routes.some(({ operationId }) => operationId === id));
  if (missing !== undefined) throw new Error(`no route ${missing} to set something off`);
  return routes.map((route) => {
    const effect = Object.hasOwn(effects, route.operationId) ? effects[route.operationId] : undefined;
    return effect === undefined ? route : withEffect(route, effect);
  });
}

function withEffect(route: Route, effect: (done: Done) => Promise<void>): Route {
  return {
    ...route,
    handle: async (request) => {
      const replied = await route.handle(request);
      if (replied.ok) {
        const { trx, caller, params } = request;
        await effect({ trx, caller, params, body: 'body' in replied.value ? replied.value.body : undefined });
      }
      return replied;
    },
  };
}
