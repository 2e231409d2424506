/** A mail server on loopback that keeps what comes, and refuses as the table of mailboxes says. */
import { simpleParser } from 'mailparser';
import { SMTPServer } from 'smtp-server';
import { testConduct } from '../courier/test-numbers.table.ts';
import type { Inbox } from './inbox.ts';

export type MailCatcher = { readonly url: string; readonly close: () => Promise<void> };

const MEGABYTE = 1024 * 1024;
/** RFC 5321 and RFC 3463: how servers say it. */
const REFUSALS: Readonly<Record<string, readonly [code: number, text: string]>> = {
  mailbox_unknown: [550, '5.1.1 no such mailbox here'],
  mailbox_full: [552, '5.2.2 the mailbox is full'],
  mail_refused: [554, '5.7.1 refused'],
};
const BUSY = [451, '4.7.1 come back in a moment'] as const;

export async function openMailCatcher(inbox: Inbox, route: string): Promise<MailCatcher> {
  const busyFor = new Set<string>();
  const server = new SMTPServer({
    disabledCommands: ['STARTTLS', 'AUTH'],
    logger: false,
    size: MEGABYTE,
    onRcptTo({ address }, _session, done) {
      const conduct = testConduct('email', address);
      if (conduct.does === 'refuse') return done(refusal(REFUSALS[conduct.reason] ?? BUSY));
      if (conduct.does === 'throttle' && !busyFor.delete(address)) {
        busyFor.add(address);
        return done(refusal(BUSY));
      }
      return done();
    },
    onData(stream, session, done) {
      simpleParser(stream).then(
        (mail) => {
          for (const { address } of session.envelope.rcptTo) {
            const from = mail.from?.text ?? '';
            inbox.add({ channel: 'email', to: address, from, subject: mail.subject, text: mail.text ?? '', route });
          }
          done();
        },
        (error: Error) => done(error),
      );
    },
  });
  // A client that hangs up is nothing to tell anybody.
  server.on('error', () => {});
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.server.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  return {
    url: `smtp://127.0.0.1:${port}`,
    close: () => new Promise<void>((resolve) => server.close(() => resolve())),
  };
}

function refusal([responseCode, text]: readonly [number, string]): Error {
  return Object.assign(new Error(text), { responseCode });
}
