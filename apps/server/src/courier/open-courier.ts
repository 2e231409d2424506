/** Routes of the configuration with their carriers, and those of test mode. */
import type { Carrier, TakeReceipt } from './carrier.ts';
import { type CarriedRoute, type Courier, courierOf } from './courier.ts';
import type { RouteSettings } from './courier-file.ts';
import { gatewayCarrier } from './gateway-carrier.ts';
import type { MessageRoute } from './message-route.ts';
import { smppCarrier } from './smpp-carrier.ts';
import { smtpCarrier } from './smtp-carrier.ts';
import { testRoutes } from './test-carrier.ts';

/** `connects`: false in a process that only answers requests. It ranks routes, and an SMSC sees one connection less. */
export function openCourier(
  settings: {
    readonly routes: readonly RouteSettings[];
    readonly isDemonstration: boolean;
    readonly connects: boolean;
    readonly bounceAddress?: ((reference: string) => string) | undefined;
  },
  takeReceipt: TakeReceipt,
): Courier {
  const live = settings.routes.map((one): CarriedRoute => {
    const route = routeOf(one);
    return {
      route,
      carrier: settings.connects ? carrierFor(one, settings.bounceAddress, takeReceipt) : idleCarrier(route),
    };
  });
  return courierOf({ live, test: settings.isDemonstration ? live : testRoutes(takeReceipt) });
}

function routeOf(settings: RouteSettings): MessageRoute {
  const { name, order, cost } = settings;
  switch (settings.kind) {
    case 'smtp':
      return { name, order, cost, channel: 'email', prefixes: [], usualSeconds: undefined };
    case 'smpp':
      return { name, order, cost, channel: 'sms', prefixes: settings.prefixes, usualSeconds: settings.usual_seconds };
    case 'http': {
      const { channel, prefixes, receipts, usual_seconds: usual } = settings;
      return { name, order, cost, channel, prefixes, usualSeconds: receipts === undefined ? undefined : usual };
    }
  }
}

function carrierFor(
  settings: RouteSettings,
  bounceAddress: ((reference: string) => string) | undefined,
  takeReceipt: TakeReceipt,
): Carrier {
  switch (settings.kind) {
    case 'smtp':
      return smtpCarrier({ ...settings, ...(bounceAddress === undefined ? {} : { bounceAddress }) });
    case 'http':
      return gatewayCarrier(settings.name, settings);
    case 'smpp': {
      const { system_id: systemId, system_type: systemType, per_second: perSecond, ...rest } = settings;
      return smppCarrier({ ...rest, systemId, systemType, perSecond }, takeReceipt);
    }
  }
}

function idleCarrier({ name, channel }: MessageRoute): Carrier {
  return {
    name,
    channel,
    handOver: async () => {
      throw new Error(`${name} is used by workers alone`);
    },
    close: async () => {},
  };
}
