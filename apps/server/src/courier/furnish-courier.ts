/** The courier's part of the server: routes with their carriers, what comes in from them, jobs, and what is forgotten in time. */
import type { Hono } from 'hono';
import type { Kysely } from 'kysely';
import type { Clock } from '../clock.ts';
import { goOnByItself } from '../codes/go-on-by-itself.ts';
import { forgetCounts, type SendLimits, USUAL_SEND_LIMITS } from '../codes/send-limits.ts';
import { forgetCodes } from '../codes/store.ts';
import type { Database } from '../db/schema.ts';
import type { DatabaseTransaction } from '../db/transaction.ts';
import { forgetCounts as forgetDeliveryCounts } from '../deliverability/count-messages.ts';
import { foldDays } from '../deliverability/fold-days.ts';
import { forgetOutages } from '../deliverability/outage-store.ts';
import { watchOrganization } from '../deliverability/watch-organization.ts';
import type { Events } from '../events/events.ts';
import type { AppEnv } from '../http/app-context.ts';
import type { JobHandlers, Jobs } from '../jobs/jobs.ts';
import type { Vault } from '../vault/vault.ts';
import { bounceAddress } from './bounces/bounce-address.ts';
import { type BounceListener, listenForBounces } from './bounces/bounce-listener.ts';
import type { TakeReceipt } from './carrier.ts';
import type { Courier } from './courier.ts';
import { bounceTls, type CourierFile } from './courier-file.ts';
import { addForgetPage } from './notices/forget-page.ts';
import { forgetOldNotices } from './notices/notice-store.ts';
import { tellOfChangeJob } from './notices/tell-of-change-job.ts';
import { openCourier } from './open-courier.ts';
import { addReceiptPage } from './receipt-page.ts';
import { receiptTaker } from './record-receipt.ts';
import { sendMessageJob } from './send-message-job.ts';
import { forgetMessages } from './store.ts';

export type CourierSettings = CourierFile & {
  /** Its routes lead to its own simulator, in both modes. */
  readonly isDemonstration: boolean;
};
export const NO_ROUTES: CourierSettings = { routes: [], limits: {}, isDemonstration: false };

export type CourierFurnishing = {
  readonly courier: Courier;
  /** Of the routes' cost. */
  readonly currency: string | undefined;
  /** Counts what became of an organization's messages, and notices outages. As that organization. */
  readonly watch: (trx: DatabaseTransaction, organizationId: string, now: Date) => Promise<void>;
  readonly limits: SendLimits;
  readonly baseUrl: string;
  readonly domain: string | undefined;
  readonly jobHandlers: Pick<JobHandlers, 'send-message' | 'tell-of-change'>;
  readonly addPages: (app: Hono<AppEnv>) => void;
  /** Once an hour, as that organization. */
  readonly forgetOld: (trx: DatabaseTransaction, organizationId: string) => Promise<void>;
  /** Rejects where another program has its port. */
  readonly listenForBounces: () => Promise<void>;
  readonly close: () => Promise<void>;
};

/** Histories are kept as long as somebody may ask why a code did not come. */
const KEPT_MS = 30 * 24 * 60 * 60 * 1000;

/** Thirteen months: the same month of the year before can be seen. */
const COUNTS_KEPT_MS = 396 * 24 * 60 * 60 * 1000;

/** Carriers, routes and jobs of one process, wired once. */
export function furnishCourier(
  parts: {
    readonly db: Kysely<Database>;
    readonly vault: Vault;
    readonly jobs: Jobs;
    readonly events: Events;
    readonly clock: Clock;
  },
  settings: CourierSettings,
  place: { readonly baseUrl: string; readonly publicUrl: string | undefined; readonly isWorking: boolean },
): CourierFurnishing {
  const { vault, clock, db } = parts;
  const late: { courier?: Courier } = {};
  const routesOf: Courier['routesOf'] = (mode) => late.courier?.routesOf(mode) ?? [];
  const { publicUrl, baseUrl } = place;
  const limits = limitsOf(settings);
  const domain = publicUrl === undefined ? undefined : new URL(publicUrl).hostname;
  const codes = { ...parts, courier: { routesOf }, limits, domain };
  const takeReceipt: TakeReceipt = receiptTaker({ ...codes, afterwards: (of) => goOnByItself(codes, of) });
  const { bounces } = settings;
  const addressed =
    bounces === undefined
      ? {}
      : { bounceAddress: (reference: string) => bounceAddress(vault, bounces.domain, reference) };
  const courier = openCourier({ ...settings, connects: place.isWorking, ...addressed }, takeReceipt);
  const heard: { listener?: BounceListener } = {};
  late.courier = courier;
  const costs = Object.fromEntries(courier.routes.map(({ name, cost }) => [name, cost]));
  const send = sendMessageJob({ ...parts, courier });
  return {
    courier,
    currency: settings.currency,
    watch: (trx, organizationId, now) => watchOrganization({ events: parts.events, costs }, trx, organizationId, now),
    baseUrl,
    limits,
    domain,
    jobHandlers: {
      'send-message': async (payload, signal) => {
        await send(payload, signal);
        await goOnByItself(codes, payload);
      },
      'tell-of-change': tellOfChangeJob({ ...parts, baseUrl }),
    },
    addPages: (app) => {
      addReceiptPage(app, { routes: settings.routes, takeReceipt, publicUrl });
      addForgetPage(app, { db, vault });
    },
    forgetOld: async (trx, organizationId) => {
      const now = clock();
      const before = new Date(now.getTime() - KEPT_MS);
      await forgetMessages(trx, before);
      await forgetCodes(trx, vault, organizationId, before);
      await forgetCounts(trx, now);
      const countedBefore = new Date(now.getTime() - COUNTS_KEPT_MS);
      await forgetDeliveryCounts(trx, countedBefore);
      await foldDays(trx, organizationId, now);
      await forgetOutages(trx, countedBefore);
      await forgetOldNotices(trx, vault, now);
    },
    listenForBounces: async () => {
      if (bounces === undefined || !place.isWorking) return;
      const mailRoutes = settings.routes.filter((route) => route.kind === 'smtp');
      const tls = bounceTls(bounces.tls);
      if (tls?.ok === false) throw new Error(`${tls.error.code}: ${tls.error.observed}`);
      heard.listener = await listenForBounces(bounces, { vault, takeReceipt, routes: mailRoutes, tls: tls?.value });
    },
    close: async () => {
      await heard.listener?.close();
      await courier.close();
    },
  };
}

function limitsOf({ limits }: CourierFile): SendLimits {
  const changed = (name: 'prefix' | 'country' | 'organization', most: number | undefined) =>
    most === undefined ? {} : { [name]: USUAL_SEND_LIMITS[name].map((limit) => ({ ...limit, most })) };
  return {
    ...USUAL_SEND_LIMITS,
    ...changed('prefix', limits.per_prefix_an_hour),
    ...changed('country', limits.per_country_a_day),
    ...changed('organization', limits.per_organization_a_day),
  };
}
