/** Every domain with what it needs, once. */
import { randomBytes, randomUUID } from 'node:crypto';
import type { Hono } from 'hono';
import { type Kysely, sql } from 'kysely';
import { findAccountSession } from './accounts/account-sessions-store.ts';
import type { RecoveryParts } from './accounts/change-recovery.ts';
import { goOnWithRecovery } from './accounts/recovery-sweep.ts';
import { createAuditLog, writeCheckpoint } from './audit/store.ts';
import { type Clock, timeFor } from './clock.ts';
import { findRecipient } from './codes/code-link.ts';
import { CodeWatches } from './codes/watch-code.ts';
import { type CourierSettings, furnishCourier, NO_ROUTES } from './courier/furnish-courier.ts';
import type { Database } from './db/schema.ts';
import { type DatabaseTransaction, inTransaction } from './db/transaction.ts';
import { drawnFixtures } from './demonstration/draw-fixtures.ts';
import { eventRecorder } from './events/record-event.ts';
import type { AppEnv } from './http/app-context.ts';
import { bodyBudget } from './http/body-budget.ts';
import { createApp } from './http/create-app.ts';
import { failureFacts } from './http/failure.ts';
import type { Identify } from './http/identify-caller.ts';
import { pageAddress } from './http/page-address.ts';
import { rateLimiter, USUAL_RATE_LIMITS } from './http/rate-limit.ts';
import type { Route } from './http/route.ts';
import { openTurns } from './http/turns.ts';
import type { SweepHandlers } from './jobs/sweep.ts';
import type { Log } from './log.ts';
import { openMetrics } from './metrics.ts';
import type { Safe } from './open-safe.ts';
import { listensToOthers, ownAddresses } from './own-addresses.ts';
import type { Pages } from './pages/pages.ts';
import { findApiKey } from './people/api-keys-store.ts';
import type { PeopleParts } from './people/parts.ts';
import { findSession } from './people/sessions-store.ts';
import { shareReads } from './reader/share-reads.ts';
import { allRoutes } from './routes.ts';
import type { Furnished, Opened } from './serve.ts';
import type { ProviderSlots } from './slots/provider-slot.ts';
import { sweepBlobs } from './vault/sweep-blobs.ts';
import { judgeVerification } from './verifications/judge-job.ts';
import { findLink } from './verifications/link-store.ts';
import { lookAtPhotograph } from './verifications/look-job.ts';
import { redactVerification } from './verifications/redact-job.ts';
import { readReports } from './verifications/report-store.ts';
import { expireVerification, type SweepParts, startRedaction, tellOverdue } from './verifications/sweep.ts';
import { deliverWebhookJob } from './webhooks/deliver-webhook-job.ts';
import { dnsResolver } from './webhooks/resolve-host.ts';
import { webhookSender } from './webhooks/send-webhook.ts';
import { addWorkMetrics } from './work-metrics.ts';

/** Nobody fills a place yet: what a policy asks of one goes to a person. */
const NO_PROVIDERS: ProviderSlots = {};
const MEGABYTE = 1024 * 1024;
/** Of bodies in memory at once: five of the largest. */
const BODIES_AT_ONCE = 80 * MEGABYTE;
/** Fewer than there are connections, so that jobs have theirs; those that wait are answered within seconds. */
const TURNS = { atOnce: 4, waiting: 256 };
/** For a photograph over a slow mobile line. */
const BODY_TIMEOUT_MS = 120_000;

export type FurnishParts = {
  readonly clock: Clock;
  readonly log: Log;
  readonly version: string;
  /** The built pages, where there are any. */
  readonly builtPages?: Pages | undefined;
  readonly isDemonstration?: boolean;
  /** Without it no message leaves the house. */
  readonly courier?: CourierSettings;
  /** Pages beside the server's own. */
  readonly addPages?: (app: Hono<AppEnv>) => void;
};

/** The routes, the jobs and what time brings. */
export async function furnish(
  opened: Opened<Safe>,
  { clock, log, version, builtPages, isDemonstration = false, courier = NO_ROUTES, addPages }: FurnishParts,
): Promise<
  Furnished & { readonly routes: readonly Route[]; readonly receive: (request: Request) => Promise<Response> }
> {
  const { configuration, dataDirectory, database, safe, jobs, reader } = opened;
  const { db } = database;
  const { vault, blobs, signingKey } = safe;
  const audit = createAuditLog(clock);
  const events = eventRecorder({ jobs, clock });
  const pages = pageAddress(configuration, opened.listensAt);
  const base = { vault, blobs, audit, events, jobs, clock, db, pages };
  const allowed = configuration.webhookNetworks;
  const post = furnishCourier(base, courier, {
    baseUrl: configuration.publicUrl ?? originsOf(configuration)[0] ?? 'http://localhost',
    publicUrl: configuration.publicUrl,
    isWorking: configuration.role !== 'web',
  });
  // Without it mail goes out as well; several workers of one machine have one port.
  await post
    .listenForBounces()
    .catch((error: unknown) => log.error('bounces are not heard', { failure: failureFacts(error) }));
  const sweepHandlers = whatTimeBrings({ ...base, ...post, random: randomBytes });
  const watches = new CodeWatches({
    ...base,
    ...post,
    elapsedMs: () => performance.now(),
    failed: (error) => log.error('a code could not be followed', { failure: failureFacts(error) }),
  });
  const routes = allRoutes({
    ...base,
    watches,
    ...peopleParts(opened, clock),
    ...post,
    signingKey,
    draw: reader.draw.bind(reader),
    readReports: (trx, asked) => readReports(vault, trx, asked),
    allowed,
    randomBytes,
    sweepHandlers,
    fixtures: drawnFixtures(dataDirectory),
  });
  const budget = bodyBudget(BODIES_AT_ONCE);
  const metrics = openMetrics({ bodyBytesInUse: budget.inUse });
  addWorkMetrics(metrics.registry, { jobs, reader });
  const app = createApp(
    {
      db,
      clock,
      vault,
      timeOf: (trx, caller) => timeFor(trx, caller, clock),
      identify: identifier(clock),
      ownOrigins: originsOf(configuration),
      limiter: rateLimiter(USUAL_RATE_LIMITS, () => performance.now()),
      budget,
      turns: openTurns(TURNS),
      bodyTimeoutMs: BODY_TIMEOUT_MS,
      log,
      metrics,
      probes: [
        {
          name: 'database',
          isReady: () => inTransaction(db, { role: 'gate' }, (trx) => sql`select 1`.execute(trx)).then(() => true),
        },
        { name: 'jobs', isReady: async () => (await jobs.counts()).length > 0 },
      ],
      newRequestId: () => `req_${randomUUID()}`,
      elapsedMs: () => performance.now(),
      trustedProxies: configuration.trustedProxies,
      version,
      pages: builtPages,
      publicUrl: configuration.publicUrl,
      isDemonstration,
      addPages: (grown) => {
        post.addPages(grown);
        addPages?.(grown);
      },
    },
    routes,
  );

  const judge = { ...base, read: shareReads(reader.read.bind(reader)), slots: NO_PROVIDERS };
  const send = webhookSender({ resolve: dnsResolver(), allowed });
  return {
    answer: (request, bindings) => app.fetch(request, bindings),
    jobHandlers: {
      'judge-verification': (payload, signal) => judgeVerification(judge, payload, signal),
      'look-at-photograph': (payload, signal) => lookAtPhotograph(judge, payload, signal),
      'deliver-webhook': deliverWebhookJob({ ...base, send, random: Math.random }),
      'redact-verification': (payload) => redactVerification(base, payload),
      ...post.jobHandlers,
    },
    sweepBlobs: (signal) => sweepBlobs({ db: database.db, blobs: safe.blobs }, clock(), signal),
    signLog: (organizationId) =>
      inTransaction(db, { role: 'tenant', organizationId }, async (trx) => {
        await post.forgetOld(trx, organizationId);
        await writeCheckpoint(trx, organizationId, signingKey, clock());
      }),
    sweepHandlers,
    watchDeliveries: post.watch,
    endStreams: () => watches.close(),
    close: post.close,
    // A request that is made in this process: nobody's address is behind it.
    receive: async (request) => app.fetch(request),
    routes,
  };
}

function whatTimeBrings(parts: SweepParts & RecoveryParts & { readonly db: Kysely<Database> }): SweepHandlers {
  const asTenant = <T>(organizationId: string, work: (trx: DatabaseTransaction) => Promise<T>) =>
    inTransaction(parts.db, { role: 'tenant', organizationId }, work);
  return {
    overdue: ({ organizationId, verificationId }) =>
      asTenant(organizationId, (trx) => tellOverdue(parts, trx, verificationId)),
    expired: ({ organizationId, verificationId }) =>
      asTenant(organizationId, (trx) => expireVerification(parts, trx, verificationId)),
    redactable: ({ organizationId, verificationId }) =>
      asTenant(organizationId, (trx) => startRedaction(parts, trx, organizationId, verificationId)),
    recovering: ({ organizationId, verificationId }) =>
      asTenant(organizationId, (trx) => goOnWithRecovery(parts, trx, verificationId)),
  };
}

/** What the people's part needs beside the vault and the record. */
function peopleParts({ configuration, database }: Opened<Safe>, clock: Clock): Omit<PeopleParts, 'vault' | 'audit'> {
  const origins = originsOf(configuration);
  const origin = origins[0] ?? 'http://localhost';
  return {
    inScope: (scope, work) => inTransaction(database.db, scope, work),
    clock,
    random: randomBytes,
    relyingParty: { id: new URL(origin).hostname, name: 'Vidimus', origin },
  };
}

/**
 * Where pages of this server come from: without a public address, this machine alone (browsers treat `localhost` as secure), or with a
 * certificate the local network, where it listens to it.
 */
function originsOf({ publicUrl, address, tls }: Opened<Safe>['configuration']): readonly string[] {
  if (publicUrl !== undefined) return [new URL(publicUrl).origin];
  if (address === undefined) return [];
  const others = tls !== undefined && listensToOthers(address.host) ? ownAddresses() : [];
  const scheme = tls === undefined ? 'http' : 'https';
  return ['localhost', '127.0.0.1', ...others].map((host) => `${scheme}://${host}:${address.port}`);
}

function identifier(clock: Clock): Identify {
  return async (trx, credential) => {
    switch (credential.kind) {
      case 'api_key':
        return findApiKey(trx, credential.secret, clock());
      case 'applicant':
        return findLink(trx, credential.token);
      case 'recipient':
        return findRecipient(trx, credential.token);
      case 'member':
        return findSession(trx, credential.token, credential.mode, clock());
      case 'account':
        return findAccountSession(trx, credential.token, clock());
    }
  };
}
