/** Every route with the carrier behind it. */
import type { Mode } from '../db/schema.ts';
import type { Carrier } from './carrier.ts';
import type { MessageRoute } from './message-route.ts';

export type Courier = {
  readonly routes: readonly MessageRoute[];
  /** Test mode has routes of its own: nothing of it leaves the house, unless this is a demonstration. */
  readonly routesOf: (mode: Mode) => readonly MessageRoute[];
  /** Throws for a route that there is not. */
  readonly carrierOf: (route: string) => Carrier;
  readonly close: () => Promise<void>;
};

export type CarriedRoute = { readonly route: MessageRoute; readonly carrier: Carrier };

/** Throws for two routes of one name. */
export function courierOf(carried: { readonly [M in Mode]: readonly CarriedRoute[] }): Courier {
  const all = [...new Set([...carried.live, ...carried.test])];
  const carriers = new Map(all.map(({ route, carrier }) => [route.name, carrier]));
  if (carriers.size !== all.length) throw new Error('two routes have one name');
  return {
    routes: all.map(({ route }) => route),
    routesOf: (mode) => carried[mode].map(({ route }) => route),
    carrierOf: (name) => {
      const carrier = carriers.get(name);
      if (carrier === undefined) throw new Error(`no carrier for the route ${name}`);
      return carrier;
    },
    close: async () => {
      await Promise.all([...carriers.values()].map((carrier) => carrier.close()));
    },
  };
}
