/** Mail, handed to the operator's own server (SMTP, RFC 5321). */
import { createTransport, type Transporter } from 'nodemailer';
import type SMTPPool from 'nodemailer/lib/smtp-pool/index.js';
import type { Carrier, HandedOver, Handover } from './carrier.ts';
import { smtpCode, smtpRefusal } from './smtp-answer.ts';

export type SmtpSettings = {
  readonly name: string;
  /** `smtps://user:password@mail.example.com`, or `smtp://` with STARTTLS where the server offers it. */
  readonly url: string;
  /** `Vidimus <verify@example.com>` */
  readonly from: string;
  /** Where mail servers send what they could not deliver, of the message with that reference. */
  readonly bounceAddress?: (reference: string) => string;
  /** PEM certificates trusted in place of the usual ones. */
  readonly certificates?: readonly string[];
};

const CONNECT_MS = 8000;
/** Of silence. All together stays below what `Carrier.handOver` promises. */
const SILENCE_MS = 12_000;
const CONNECTIONS = 4;
/** Nodemailer's codes for what fails before anything of the message was said. */
const NOT_REACHED = new Set(['ECONNECTION', 'EDNS', 'ETLS', 'EAUTH', 'ENOAUTH', 'EOAUTH2', 'ETIMEDOUT', 'ESOCKET']);
/** Nodemailer's names of what it had said when it failed. */
const AFTER_DATA = new Set(['DATA', 'BDAT']);

/** Makes the carrier; connects when there is something to send. */
export function smtpCarrier(settings: SmtpSettings): Carrier {
  const { certificates } = settings;
  const transport: Transporter<SMTPPool.SentMessageInfo> = createTransport({
    url: settings.url,
    pool: true,
    maxConnections: CONNECTIONS,
    connectionTimeout: CONNECT_MS,
    greetingTimeout: CONNECT_MS,
    socketTimeout: SILENCE_MS,
    disableFileAccess: true,
    disableUrlAccess: true,
    ...(certificates === undefined ? {} : { tls: { ca: [...certificates] } }),
  });
  return {
    name: settings.name,
    channel: 'email',
    handOver: async (handover) => {
      try {
        const { response, messageId } = await transport.sendMail(mailOf(settings, handover));
        return { kind: 'accepted', carrierIds: [messageId], code: smtpCode(response) };
      } catch (error) {
        return refusalOf(error);
      }
    },
    close: async () => transport.close(),
  };
}

/** By which both sides name a mail. */
export function mailIdOf(reference: string, from: string): string {
  return `<${reference}@${domainOf(from)}>`;
}

/** To an address of its own, and without our text, where the server knows RFC 3461. */
function bouncesOf({ bounceAddress }: SmtpSettings, to: string, reference: string) {
  if (bounceAddress === undefined) return {};
  return {
    envelope: { from: bounceAddress(reference), to: [to] },
    dsn: { id: reference, return: 'headers', notify: 'failure' },
  };
}

function mailOf(settings: SmtpSettings, { to, body, reference }: Handover) {
  const { forgetUrl } = body;
  return {
    from: settings.from,
    // As an object, so that no address is read as a list of several.
    to: { name: '', address: to },
    subject: body.subject ?? '',
    text: body.text,
    // The same at a second try: a mailbox may tell that it has it.
    messageId: mailIdOf(reference, settings.from),
    ...bouncesOf(settings, to, reference),
    headers: {
      'Auto-Submitted': 'auto-generated',
      'X-Auto-Response-Suppress': 'All',
      ...(forgetUrl === undefined
        ? {}
        : { 'List-Unsubscribe': `<${forgetUrl}>`, 'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click' }),
    },
  };
}

/** What has no code of nodemailer's is a bug, and thrown. */
function refusalOf(error: unknown): HandedOver {
  if (!(error instanceof Error) || !('code' in error)) throw error;
  const code = String(error.code);
  if ('responseCode' in error && typeof error.responseCode === 'number') {
    const response = 'response' in error ? String(error.response) : '';
    // A wrong password is the route's fault, whatever its number.
    if (code === 'EAUTH') return { kind: 'later', reason: 'route_failed', code: smtpCode(response) || code };
    return smtpRefusal(error.responseCode, response);
  }
  if ('command' in error && AFTER_DATA.has(String(error.command))) return { kind: 'unknown', code };
  if (code === 'EENVELOPE') return { kind: 'refused', reason: 'mailbox_unknown', code };
  if (NOT_REACHED.has(code) || code.startsWith('E')) return { kind: 'later', reason: 'route_failed', code };
  throw error;
}

function domainOf(from: string): string {
  return /@([^>\s]+)/.exec(from)?.[1] ?? 'localhost';
}
