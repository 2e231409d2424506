/** A mail server for bounces alone: it takes what other mail servers say about messages of ours, and nothing else. */
import { SMTPServer } from 'smtp-server';
import type { TlsPair } from '../../tls-files.ts';
import type { Vault } from '../../vault/vault.ts';
import type { TakeReceipt } from '../carrier.ts';
import type { BounceSettings } from '../courier-file.ts';
import { mailIdOf } from '../smtp-carrier.ts';
import { readBounceAddress } from './bounce-address.ts';
import { readDeliveryReport } from './read-delivery-report.ts';

export type BounceParts = {
  readonly vault: Pick<Vault, 'blindIndex'>;
  readonly takeReceipt: TakeReceipt;
  /** Those that mail leaves by. */
  readonly routes: readonly { readonly name: string; readonly from: string }[];
  /** Offered by STARTTLS (RFC 3207), and not asked for: a server without it has its reports heard, too. */
  readonly tls?: TlsPair | undefined;
};

export type BounceListener = { readonly port: number; readonly close: () => Promise<void> };

/** Ours are short, and most servers return the head alone. */
const MOST_BYTES = 512 * 1024;
const MOST_CONNECTIONS = 20;
const SILENCE_MS = 30_000;

/** Rejects where it cannot listen, with the system's code. */
export async function listenForBounces(
  settings: Omit<BounceSettings, 'tls'>,
  parts: BounceParts,
): Promise<BounceListener> {
  const { domain, host, port } = settings;
  const server = new SMTPServer({
    name: domain,
    // Without a certificate of ours the package would show its own.
    ...(parts.tls === undefined
      ? { disabledCommands: ['STARTTLS', 'AUTH'] }
      : { disabledCommands: ['AUTH'], ...parts.tls, minVersion: 'TLSv1.2' as const }),
    logger: false,
    size: MOST_BYTES,
    maxClients: MOST_CONNECTIONS,
    socketTimeout: SILENCE_MS,
    closeTimeout: 1000,
    // A report has no sender to answer to (RFC 3464 §2); whoever writes to the address has.
    onMailFrom: ({ address }, _session, done) => done(address ? refusal(550, '5.7.1 reports alone') : undefined),
    onRcptTo: ({ address }, session, done) => {
      const reference = readBounceAddress(parts.vault, domain, address);
      if (reference === undefined) return done(refusal(550, '5.1.1 nobody here'));
      return done(session.envelope.rcptTo.length === 0 ? undefined : refusal(452, '4.5.3 one at a time'));
    },
    onData: (stream, session, done) => {
      const reference = readBounceAddress(parts.vault, domain, session.envelope.rcptTo[0]?.address ?? '');
      readDeliveryReport(stream)
        .then(async (report) => {
          if (stream.sizeExceeded) return refusal(552, '5.3.4 too large for a report');
          if (report === undefined || reference === undefined) return undefined;
          for (const { name, from } of parts.routes) {
            const told = { ...report, route: name, carrierId: mailIdOf(reference, from) };
            if ((await parts.takeReceipt(told)) === 'recorded') return undefined;
          }
          return refusal(550, '5.1.1 nothing is known of it any more');
        })
        // The other server keeps it, and sends it again.
        .catch(() => refusal(451, '4.3.0 later'))
        .then((refused) => done(refused));
    },
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, () => resolve());
  });
  // A client that hangs up is nothing to tell anybody.
  server.on('error', () => {});
  const address = server.server.address();
  return {
    port: typeof address === 'object' && address !== null ? address.port : port,
    close: () => new Promise<void>((resolve) => server.close(() => resolve())),
  };
}

function refusal(responseCode: number, text: string): Error {
  return Object.assign(new Error(text), { responseCode });
}
