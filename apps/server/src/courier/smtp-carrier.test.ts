import { text } from 'node:stream/consumers';
import fc from 'fast-check';
import { simpleParser } from 'mailparser';
import { SMTPServer } from 'smtp-server';
import { expect, test } from 'vitest';
import { describeCarrier } from './carrier-contract.fixture.ts';
import { smtpCode, smtpRefusal } from './smtp-answer.ts';
import { smtpCarrier } from './smtp-carrier.ts';

/** A mail server on loopback that refuses some mailboxes. */
async function openMailServer() {
  const arrived: { readonly to: string; readonly text: string }[] = [];
  const raw: string[] = [];
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS', 'AUTH'],
    logger: false,
    onRcptTo({ address }, _session, done) {
      if (address.startsWith('unknown@')) return done(refusal(550, '5.1.1 <unknown@example.com> is not here'));
      if (address.startsWith('busy@')) return done(refusal(451, '4.7.1 come back later'));
      return done();
    },
    onData(stream, session, done) {
      void text(stream).then(async (source) => {
        raw.push(source);
        const mail = await simpleParser(source);
        arrived.push({ to: session.envelope.rcptTo[0]?.address ?? '', text: (mail.text ?? '').trimEnd() });
        done();
      });
    },
  });
  const port = await new Promise<number>((resolve) => {
    server.listen(0, '127.0.0.1', () => {
      const address = server.server.address();
      resolve(typeof address === 'object' && address !== null ? address.port : 0);
    });
  });
  const stop = () => new Promise<void>((resolve) => server.close(() => resolve()));
  return { arrived, raw, url: `smtp://127.0.0.1:${port}`, stop };
}

function refusal(responseCode: number, message: string): Error {
  return Object.assign(new Error(message), { responseCode });
}

describeCarrier('SMTP', async () => {
  const server = await openMailServer();
  const carrier = smtpCarrier({ name: 'mail', url: server.url, from: 'Vidimus <verify@example.com>' });
  return {
    carrier,
    arrived: () => server.arrived,
    usual: 'anna@example.com',
    refused: { to: 'unknown@example.com', reason: 'mailbox_unknown' },
    busy: 'busy@example.com',
    stop: async () => {
      await carrier.close();
      await server.stop();
    },
    close: () => carrier.close(),
  };
});

test('a mail says that a machine wrote it, keeps its id at a second try, and can be stopped with one click', async () => {
  const server = await openMailServer();
  const carrier = smtpCarrier({ name: 'mail', url: server.url, from: 'verify@example.com' });
  const forgetUrl = 'https://verify.example.com/forget/abc';
  const handover = { reference: 'msg_1', to: 'anna@example.com', body: { text: 'x', subject: 'Ü', forgetUrl } };
  await carrier.handOver(handover, new AbortController().signal);
  await carrier.handOver(handover, new AbortController().signal);
  const [first, second] = await Promise.all(server.raw.map((source) => simpleParser(source)));
  expect(first?.subject).toBe('Ü');
  expect(first?.messageId).toBe('<msg_1@example.com>');
  expect(second?.messageId).toBe(first?.messageId);
  expect(first?.headers.get('auto-submitted')).toBe('auto-generated');
  expect(server.raw[0]).toContain(`List-Unsubscribe: <${forgetUrl}>`);
  expect(server.raw[0]).toContain('List-Unsubscribe-Post: List-Unsubscribe=One-Click');
  await carrier.close();
  await server.stop();
});

test('an address that would be several is refused, not sent to any', async () => {
  const server = await openMailServer();
  const carrier = smtpCarrier({ name: 'mail', url: server.url, from: 'verify@example.com' });
  const to = 'anna@example.com, eve@example.com';
  await carrier.handOver({ reference: 'msg_1', to, body: { text: 'x' } }, new AbortController().signal);
  expect(server.arrived.map((one) => one.to)).not.toContain('eve@example.com');
  await carrier.close();
  await server.stop();
});

test.each([
  [550, '550 5.1.1 no such user', 'refused', 'mailbox_unknown'],
  [550, '550 5.7.1 blocked', 'refused', 'mail_refused'],
  [552, '552 5.2.2 over quota', 'refused', 'mailbox_full'],
  [452, '452 4.2.2 over quota', 'refused', 'mailbox_full'],
  [550, '550 no', 'refused', 'mailbox_unknown'],
  [554, '554 go away', 'refused', 'mail_refused'],
  [421, '421 4.3.0 busy', 'later', 'throttled'],
  [599, '', 'refused', 'mail_refused'],
])('%i %j is %s, %s', (code, response, kind, reason) => {
  expect(smtpRefusal(code, response)).toMatchObject({ kind, reason });
});

test('whatever a server says, its code is digits and dots', () => {
  fc.assert(
    fc.property(fc.string(), fc.integer({ min: 400, max: 599 }), (said, code) => {
      expect(smtpCode(said)).toMatch(/^(\d{3}( \d\.\d+\.\d+)?)?$/);
      expect(['refused', 'later']).toContain(smtpRefusal(code, said).kind);
    }),
  );
});
