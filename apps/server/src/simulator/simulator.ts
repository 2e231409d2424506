/** Carriers of our own, on loopback, and what they brought: for a demonstration, and never for more. */
import { randomBytes } from 'node:crypto';
import { UNDELIVERED_REASONS } from '@vidimus/protocol';
import type { Hono } from 'hono';
import { courierFileSchema } from '../courier/courier-file.ts';
import type { CourierSettings } from '../courier/furnish-courier.ts';
import type { AppEnv } from '../http/app-context.ts';
import { GatewayCatcher, type PostReceipt, SIGNATURE_HEADER } from './gateway-catcher.ts';
import { openInbox } from './inbox.ts';
import { openMailCatcher } from './mail-catcher.ts';
import { addSimulatorPages } from './simulator-pages.ts';
import { SECOND_ROUTE, SMSC_ERRORS, Smsc } from './smsc.ts';

export type Simulator = {
  /** Routes that lead here. */
  readonly settings: CourierSettings;
  readonly addPages: (app: Hono<AppEnv>) => void;
  /** Once there is a server that takes them. */
  readonly receiptsGoTo: (post: PostReceipt) => void;
  readonly close: () => Promise<void>;
};

const USUAL_SECONDS = 10;
const PER_SECOND = 50;
/** What a message costs, so that there is something to count; of about the size that carriers ask. */
const COST = { sms: 0.04, secondSms: 0.065, call: 0.09, whatsapp: 0.02, push: 0 } as const;

/** Listens on ports that are free. */
export async function openSimulator(clock: () => Date): Promise<Simulator> {
  const inbox = openInbox(clock);
  const account = { systemId: 'vidimus', password: randomBytes(4).toString('hex') };
  const smsc = await Smsc.listen({
    ...account,
    onMessage: ({ route, ...message }) =>
      inbox.add({ ...message, channel: 'sms', subject: undefined, route: smsRoute(route) }),
  });
  const mail = await openMailCatcher(inbox, 'simulated-mail');
  const gateway = await GatewayCatcher.listen(inbox);
  return {
    settings: { ...routesTo({ smscPort: smsc.port, account, mailUrl: mail.url, gateway }), isDemonstration: true },
    addPages: (app) => addSimulatorPages(app, inbox),
    receiptsGoTo: (post) => gateway.receiptsGoTo(post),
    close: async () => {
      await Promise.all([smsc.close(), mail.close(), gateway.close()]);
    },
  };
}

function smsRoute(systemType: string): string {
  return systemType === SECOND_ROUTE ? 'simulated-sms-2' : 'simulated-sms';
}

function routesTo({
  smscPort,
  account,
  mailUrl,
  gateway,
}: {
  readonly smscPort: number;
  readonly account: { readonly systemId: string; readonly password: string };
  readonly mailUrl: string;
  readonly gateway: GatewayCatcher;
}) {
  const errors = Object.fromEntries(UNDELIVERED_REASONS.map((reason) => [SMSC_ERRORS[reason], reason]));
  const words = Object.fromEntries(UNDELIVERED_REASONS.map((reason) => [reason, reason]));
  const sms = (order: number, systemType: string) => ({
    name: smsRoute(systemType),
    kind: 'smpp',
    order,
    cost: systemType === SECOND_ROUTE ? COST.secondSms : COST.sms,
    host: '127.0.0.1',
    port: smscPort,
    tls: false,
    system_id: account.systemId,
    password: account.password,
    system_type: systemType,
    source: 'Vidimus',
    per_second: PER_SECOND,
    usual_seconds: USUAL_SECONDS,
    errors,
  });
  const http = (channel: 'call' | 'whatsapp' | 'push') => ({
    name: `simulated-${channel}`,
    kind: 'http',
    channel,
    cost: COST[channel],
    usual_seconds: USUAL_SECONDS,
    request: {
      url: gateway.url,
      format: 'json',
      body: { channel, route: `simulated-${channel}`, to: '{to}', text: '{text}' },
    },
    answer: { id: '/id', error: '/error', errors: words },
    receipts: {
      format: 'json',
      id: '/id',
      status: '/status',
      statuses: { delivered: ['delivered'], undelivered: words },
      signature: {
        header: SIGNATURE_HEADER,
        algorithm: 'sha256',
        encoding: 'hex',
        over: 'body',
        secret: gateway.secret,
      },
    },
  });
  return courierFileSchema.parse({
    currency: 'EUR',
    routes: [
      sms(1, ''),
      sms(2, SECOND_ROUTE),
      http('call'),
      http('whatsapp'),
      http('push'),
      { name: 'simulated-mail', kind: 'smtp', url: mailUrl, from: 'Vidimus <vidimus@demonstration.example>' },
    ],
  });
}
