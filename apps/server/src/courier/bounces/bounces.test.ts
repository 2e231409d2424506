import { createServer } from 'node:net';
import fc from 'fast-check';
import { createTransport } from 'nodemailer';
import { SMTPServer } from 'smtp-server';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { TEST_DATABASES } from '../../db/test-database.fixture.ts';
import { masterKeys, vaultUnder } from '../../vault/test-vault.fixture.ts';
import { LOOPBACK_CERTIFICATE, LOOPBACK_KEY } from '../../webhooks/loopback-certificate.fixture.ts';
import type { Carrier } from '../carrier.ts';
import { courierFileSchema } from '../courier-file.ts';
import { type CourierWorld, openCourierWorld } from '../courier-world.fixture.ts';
import { furnishCourier } from '../furnish-courier.ts';
import type { MessageRoute } from '../message-route.ts';
import { smtpCarrier } from '../smtp-carrier.ts';
import { bounceAddress, readBounceAddress } from './bounce-address.ts';
import { type BounceListener, listenForBounces } from './bounce-listener.ts';
import { readDeliveryReport } from './read-delivery-report.ts';

const DOMAIN = 'bounce.example.com';
const FROM = 'Vidimus <verify@example.com>';
const ROUTE: MessageRoute = {
  name: 'mail',
  channel: 'email',
  prefixes: [],
  order: 1,
  cost: 0,
  usualSeconds: undefined,
};

/** As Postfix writes it. */
function report(status: string, action = 'failed'): string {
  return [
    'From: MAILER-DAEMON@mx.example (Mail Delivery System)',
    'Subject: Undelivered Mail Returned to Sender',
    'To: somebody@bounce.example.com',
    'Auto-Submitted: auto-replied',
    'MIME-Version: 1.0',
    'Content-Type: multipart/report; report-type=delivery-status;',
    '\tboundary="9B0C.1"',
    '',
    'This is a MIME-encapsulated message.',
    '',
    '--9B0C.1',
    'Content-Type: text/plain; charset=us-ascii',
    '',
    '<anna@example.org>: host mx.example.org said: 550 5.1.1 no such user, your code 123456',
    '',
    '--9B0C.1',
    'Content-Type: message/delivery-status',
    '',
    'Reporting-MTA: dns; mx.example',
    'Arrival-Date: Sun, 1 Mar 2026 09:00:00 +0000 (UTC)',
    '',
    'Final-Recipient: rfc822; anna@example.org',
    `Action: ${action}`,
    `Status: ${status}`,
    'Diagnostic-Code: smtp; 550 5.1.1 <anna@example.org>: no such',
    '    user',
    '',
    '--9B0C.1',
    'Content-Type: text/rfc822-headers',
    '',
    'Subject: Your code',
    '',
    '--9B0C.1--',
    '',
  ].join('\r\n');
}

describe('a report', () => {
  test.each([
    ['5.1.1', 'mailbox_unknown'],
    ['5.1.2', 'mail_domain_unknown'],
    ['5.2.2', 'mailbox_full'],
    ['4.2.2', 'mailbox_full'],
    ['4.4.7', 'expired_at_carrier'],
    ['4.4.1', 'expired_at_carrier'],
    ['5.7.1', 'mail_refused'],
    ['5.0.0', 'mail_refused'],
    ['5.1.1 (bad destination)', 'mailbox_unknown'],
  ])('of the status %s says %s', async (status, reason) => {
    const code = `DSN ${status.slice(0, 5)}`;
    expect(await readDeliveryReport(Buffer.from(report(status)))).toEqual({ code, outcome: 'undelivered', reason });
  });

  test('of a delay is no bad news, and an answer of a person is none at all', async () => {
    expect(await readDeliveryReport(Buffer.from(report('4.4.1', 'delayed')))).toMatchObject({ outcome: 'on_its_way' });
    expect(await readDeliveryReport(Buffer.from('Subject: Re: code\r\n\r\nThank you! Status: 5.1.1'))).toBeUndefined();
  });

  test('never says more than its status, whatever is in it', async () => {
    await fc.assert(
      fc.asyncProperty(fc.string(), fc.string(), async (status, action) => {
        const read = await readDeliveryReport(Buffer.from(report(status, action)));
        if (read !== undefined) expect(read.code).toMatch(/^DSN [245]\.\d{1,3}\.\d{1,3}$/);
      }),
    );
  });
});

test('an address leads back to its message, in small letters or large, and a guessed one to none', () => {
  const vault = vaultUnder(masterKeys(1));
  const reference = 'msg_01J9ZKQW4E0000000000000000';
  const address = bounceAddress(vault, DOMAIN, reference);
  expect(address.indexOf('@')).toBeLessThanOrEqual(64);
  expect(readBounceAddress(vault, DOMAIN, address)).toBe(reference);
  expect(readBounceAddress(vault, DOMAIN, address.toUpperCase())).toBe(reference);
  expect(readBounceAddress(vault, 'other.example', address)).toBeUndefined();
  expect(readBounceAddress(vaultUnder(masterKeys(1)), DOMAIN, address)).toBeUndefined();
  fc.assert(
    fc.property(fc.nat(address.length - DOMAIN.length - 2), fc.constantFrom(...'0123456789abcdefg+-'), (at, letter) => {
      const forged = address.slice(0, at) + letter + address.slice(at + 1);
      if (forged !== address) expect(readBounceAddress(vault, DOMAIN, forged)).toBeUndefined();
    }),
  );
});

describe.each(TEST_DATABASES)('on the %s database', (kind) => {
  /** Envelope senders that the next server was given. */
  const senders: string[] = [];
  let next: Awaited<ReturnType<typeof openNextServer>>;
  let world: CourierWorld;
  let carrier: Carrier;
  let listener: BounceListener;
  beforeAll(async () => {
    next = await openNextServer(senders);
    const late: { address?: (reference: string) => string } = {};
    carrier = smtpCarrier({
      name: 'mail',
      url: next.url,
      from: FROM,
      bounceAddress: (reference) => late.address?.(reference) ?? '',
    });
    world = await openCourierWorld(kind, [{ route: ROUTE, carrier }]);
    const { vault } = world.parts;
    late.address = (reference) => bounceAddress(vault, DOMAIN, reference);
    listener = await listenForBounces(
      { domain: DOMAIN, host: '127.0.0.1', port: 0 },
      { vault, takeReceipt: world.receipt, routes: [{ name: 'mail', from: FROM }] },
    );
  });
  beforeEach(() => {
    senders.length = 0;
  });
  afterAll(async () => {
    await listener.close();
    await carrier.close();
    await next.close();
    await world.close();
  });

  const send = async () => {
    const id = await world.queue({ channel: 'email', to: 'anna@example.org', body: { text: 'x', subject: 'y' } });
    await world.runDue();
    return { id, sender: senders.at(-1) ?? '' };
  };

  test('a mail that the next server took and returned later is undelivered, with its reason, once', async () => {
    const { id, sender } = await send();
    expect(await world.history(id)).toEqual(['queued', 'sent mail', 'accepted mail']);
    expect(await bounce(listener.port, sender, report('4.4.1', 'delayed'))).toBe(250);
    expect(await bounce(listener.port, sender, report('5.1.1'))).toBe(250);
    expect(await bounce(listener.port, sender, report('5.1.1'))).toBe(250);
    expect(await world.history(id)).toEqual([
      'queued',
      'sent mail',
      'accepted mail',
      'undelivered mail mailbox_unknown',
    ]);
  });

  test('what the courier’s file says is done: mail goes out with such an address, and one process has the port', async () => {
    const bounces = { domain: DOMAIN, host: '127.0.0.1', port: await freePort() };
    const routes = [{ name: 'mail', kind: 'smtp', url: next.url, from: FROM }];
    const settings = { ...courierFileSchema.parse({ routes, bounces }), isDemonstration: false };
    const place = { baseUrl: 'http://localhost', publicUrl: undefined, isWorking: true };
    const parts = { ...world.parts, events: { record: async () => {} } };
    const furnished = furnishCourier(parts, settings, place);
    await furnished.listenForBounces();
    const another = furnishCourier(parts, settings, place);
    await expect(another.listenForBounces()).rejects.toMatchObject({ code: 'EADDRINUSE' });
    const id = await world.queue({ channel: 'email', to: 'anna@example.org', body: { text: 'x', subject: 'y' } });
    await furnished.jobHandlers['send-message'](
      { organizationId: 'org_a', messageId: id },
      new AbortController().signal,
    );
    expect(await bounce(bounces.port, senders.at(-1) ?? '', report('5.2.2'))).toBe(250);
    expect(await world.row(id)).toMatchObject({ state: 'undelivered', reason: 'mailbox_full' });
    await another.close();
    await furnished.close();
  });

  test('with a certificate a report comes by TLS, and from a server without it all the same', async () => {
    const parts = { vault: world.parts.vault, takeReceipt: world.receipt, routes: [{ name: 'mail', from: FROM }] };
    const tls = { key: LOOPBACK_KEY, cert: LOOPBACK_CERTIFICATE };
    const safe = await listenForBounces({ domain: DOMAIN, host: '127.0.0.1', port: 0 }, { ...parts, tls });
    const required = { requireTLS: true, tls: { ca: LOOPBACK_CERTIFICATE } };
    const one = await send();
    expect(await bounce(safe.port, one.sender, report('5.1.1'), '', required)).toBe(250);
    expect(await world.row(one.id)).toMatchObject({ reason: 'mailbox_unknown' });
    const another = await send();
    expect(await bounce(safe.port, another.sender, report('5.2.2'))).toBe(250);
    expect(await world.row(another.id)).toMatchObject({ reason: 'mailbox_full' });
    // The one without a certificate offers none of its own.
    expect(await bounce(listener.port, another.sender, report('5.1.1'), '', required)).toBe(500);
    await safe.close();
  });

  test('what is forged, written by a person, too large, or about nothing of ours is refused, and changes nothing', async () => {
    const { id, sender } = await send();
    const forged = sender.replace(/.@/, (end) => (end === '0@' ? '1@' : '0@'));
    expect(await bounce(listener.port, forged, report('5.1.1'))).toBe(550);
    expect(await bounce(listener.port, 'postmaster@bounce.example.com', report('5.1.1'))).toBe(550);
    expect(await bounce(listener.port, sender, report('5.1.1'), 'eve@example.org')).toBe(550);
    expect(await bounce(listener.port, sender, `${report('5.1.1')}${'x'.repeat(600_000)}`)).toBe(552);
    const gone = bounceAddress(world.parts.vault, DOMAIN, 'msg_01J9ZKQW4E0000000000000000');
    expect(await bounce(listener.port, gone, report('5.1.1'))).toBe(550);
    expect(await bounce(listener.port, sender, 'Subject: Re: your code\r\n\r\nThank you')).toBe(250);
    expect(await world.history(id)).toEqual(['queued', 'sent mail', 'accepted mail']);
  });
});

/** A mail server on loopback that takes everything. */
async function openNextServer(senders: string[]) {
  const server = new SMTPServer({
    disabledCommands: ['STARTTLS', 'AUTH'],
    logger: false,
    onData(stream, session, done) {
      stream.resume().on('end', () => {
        if (session.envelope.mailFrom !== false) senders.push(session.envelope.mailFrom.address);
        done();
      });
    },
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', () => resolve()));
  const address = server.server.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  return {
    url: `smtp://127.0.0.1:${port}`,
    close: () => new Promise<void>((resolve) => server.close(() => resolve())),
  };
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', () => resolve()));
  const address = server.address();
  await new Promise<void>((resolve) => server.close(() => resolve()));
  return typeof address === 'object' && address !== null ? address.port : 0;
}

/** Sends a report as another mail server does; how it was answered. */
async function bounce(
  port: number,
  to: string,
  raw: string,
  from = '',
  by: object = { ignoreTLS: true },
): Promise<number> {
  const transport = createTransport({ host: '127.0.0.1', port, secure: false, ...by });
  try {
    const { response } = await transport.sendMail({ envelope: { from, to: [to] }, raw });
    return Number(response.slice(0, 3));
  } catch (error) {
    if (error instanceof Error && 'responseCode' in error) return Number(error.responseCode);
    throw error;
  } finally {
    transport.close();
  }
}
