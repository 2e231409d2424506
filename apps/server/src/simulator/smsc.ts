/** An SMSC of our own, on loopback: real SMPP over a real socket, with numbers that do what the table says. */
import { setTimeout as wait } from 'node:timers/promises';
import type { UndeliveredReason } from '@vidimus/protocol';
import smpp, { type Pdu, type Session } from 'smpp';
import { type TestConduct, testConduct } from '../courier/test-numbers.table.ts';

export type SmscSettings = {
  readonly systemId: string;
  readonly password: string;
  /** Of a message that is whole: its parts were put together. `route`: the system_type of whoever bound. */
  readonly onMessage: (message: {
    readonly to: string;
    readonly from: string;
    readonly text: string;
    readonly route: string;
  }) => void;
  readonly port?: number;
  /** How long a second of the table lasts; tests have less time. */
  readonly secondMs?: number;
  /** Whoever is bound has taken the receipt about a message to that number. */
  readonly onReceiptTaken?: (to: string) => void;
  /** For the dates in receipts. */
  readonly clock?: () => Date;
};

type ReceiptToSend = { readonly fields: Parameters<Session['deliver_sm']>[0]; readonly over: Session | undefined };

/** The numbers that this SMSC gives reasons; those of GSM where there is one. */
export const SMSC_ERRORS: Readonly<Record<UndeliveredReason, string>> = {
  absent_subscriber: '027',
  number_not_in_service: '001',
  landline: '900',
  roaming: '008',
  handset_full: '032',
  blocked_by_carrier: '013',
  content_refused: '901',
  throttled: '902',
  expired_at_carrier: '903',
  mailbox_unknown: '904',
  mailbox_full: '905',
  mail_domain_unknown: '906',
  mail_refused: '907',
  app_removed: '910',
  notifications_off: '911',
  route_failed: '034',
  interrupted: '908',
  no_route: '909',
  carrier_gave_no_reason: '000',
};

const STATUS = { ok: 0, wrongPassword: 0x0e, notBound: 0x04, wrongNumber: 0x0b, throttled: 0x58 } as const;
/** Of messages that are being put together, and of receipts that nobody has answered. */
const MOST_KEPT = 1000;
const RECEIPT_CLASS = 0x04;
const STATE = { delivered: 2, expired: 3, undeliverable: 5 } as const;
const EARLY_MS = 150;
const SECOND_MS = 1000;
/** This system_type stands for the second route. */
export const SECOND_ROUTE = 'second';

/** Owns the listening socket and the receipts that are still to be sent. */
export class Smsc {
  readonly #settings: SmscSettings;
  readonly #server = smpp.createServer((session) => this.#serve(session));
  readonly #closing = new AbortController();
  readonly #sessions = new Set<Session>();
  /** Parts of messages that are not whole, by number, source and reference. */
  readonly #begun = new Map<string, Map<number, string>>();
  readonly #busyFor = new Set<string>();
  /** Until whoever is bound has answered; those of a connection that broke go over the next one. */
  #receipts: readonly ReceiptToSend[] = [];
  #ids = 0;

  static async listen(settings: SmscSettings): Promise<Smsc & { readonly port: number }> {
    const smsc = new Smsc(settings);
    await smsc.#listen(settings.port ?? 0);
    const address = smsc.#server.address();
    return Object.assign(smsc, { port: typeof address === 'object' && address !== null ? address.port : 0 });
  }

  private constructor(settings: SmscSettings) {
    this.#settings = settings;
  }

  /** Breaks every connection, as a network does. */
  breakConnections(): void {
    for (const session of this.#sessions) session.destroy();
  }

  /** Is started again after so many milliseconds, on the same port; it has kept what it was to tell. */
  async restart(downMs: number): Promise<void> {
    const address = this.#server.address();
    await this.#stop();
    await wait(downMs);
    await this.#listen(typeof address === 'object' && address !== null ? address.port : 0);
  }

  async close(): Promise<void> {
    this.#closing.abort();
    await this.#stop();
  }

  async #listen(port: number): Promise<void> {
    await new Promise<void>((resolve, reject) => {
      this.#server.once('error', reject);
      this.#server.listen(port, '127.0.0.1', () => resolve());
    });
  }

  async #stop(): Promise<void> {
    const closed = new Promise<void>((resolve) => this.#server.close(() => resolve()));
    this.breakConnections();
    await closed;
  }

  #serve(session: Session): void {
    this.#sessions.add(session);
    const bound: { route?: string } = {};
    session.on('close', () => {
      this.#sessions.delete(session);
      const [other] = this.#sessions;
      this.#sendAgain(session, other);
    });
    session.on('error', () => session.destroy());
    session.on('bind_transceiver', (pdu: Pdu) => {
      const isKnown = pdu.system_id === this.#settings.systemId && pdu.password === this.#settings.password;
      if (isKnown) bound.route = String(pdu.system_type ?? '');
      session.send(pdu.response(isKnown ? { system_id: 'simulator' } : { command_status: STATUS.wrongPassword }));
      if (isKnown) this.#sendAgain(undefined, session);
    });
    session.on('enquire_link', (pdu: Pdu) => session.send(pdu.response()));
    session.on('unbind', (pdu: Pdu) => {
      session.send(pdu.response());
      session.close();
    });
    session.on('submit_sm', (pdu: Pdu) => void this.#submit(session, pdu, bound.route));
  }

  async #submit(session: Session, pdu: Pdu, route: string | undefined): Promise<void> {
    const refuse = (command_status: number) => session.send(pdu.response({ command_status }));
    if (route === undefined) return void refuse(STATUS.notBound);
    const to = `+${String(pdu.destination_addr)}`;
    const conduct = testConduct('sms', to);
    if (conduct.does === 'refuse') return void refuse(STATUS.wrongNumber);
    if (conduct.does === 'throttle' && !this.#busyFor.delete(to)) {
      this.#busyFor.add(to);
      return void refuse(STATUS.throttled);
    }
    this.#ids += 1;
    const id = `s${this.#ids.toString(36).padStart(7, '0')}`;
    const text = this.#take(pdu);
    const isSilent =
      conduct.does === 'drop_receipt' || (conduct.does === 'deliver_by_second_route' && route !== SECOND_ROUTE);
    if (text !== undefined && !isSilent && conduct.does !== 'fail') {
      this.#settings.onMessage({ to, from: String(pdu.source_addr), text, route });
    }
    const wantsReceipt = text !== undefined && pdu.registered_delivery === 1 && !isSilent;
    const isEarly = conduct.does === 'deliver' && conduct.receipts === 'early';
    if (wantsReceipt && isEarly) {
      this.#receipt(session, pdu, id, conduct);
      await wait(EARLY_MS);
    }
    session.send(pdu.response({ message_id: id }));
    if (wantsReceipt && !isEarly) await this.#receiptLater(session, pdu, id, conduct);
  }

  async #receiptLater(session: Session, pdu: Pdu, id: string, conduct: TestConduct): Promise<void> {
    const seconds = 'seconds' in conduct ? conduct.seconds : 1;
    const { signal } = this.#closing;
    await wait(seconds * (this.#settings.secondMs ?? SECOND_MS), undefined, { signal }).catch((error: unknown) => {
      if (!signal.aborted) throw error;
    });
    if (signal.aborted) return;
    this.#receipt(session, pdu, id, conduct);
    if (conduct.does === 'deliver' && conduct.receipts === 'twice') this.#receipt(session, pdu, id, conduct);
  }

  /** Over any connection that is there: the one that it came over may be gone. */
  #receipt(session: Session, pdu: Pdu, id: string, conduct: TestConduct): void {
    const failed = conduct.does === 'fail' ? conduct.reason : undefined;
    const isExpired = failed === 'expired_at_carrier';
    const error = failed === undefined ? '000' : SMSC_ERRORS[failed];
    const word = failed === undefined ? 'DELIVRD' : isExpired ? 'EXPIRED' : 'UNDELIV';
    const state = failed === undefined ? STATE.delivered : isExpired ? STATE.expired : STATE.undeliverable;
    const date = dateInReceipts((this.#settings.clock ?? (() => new Date()))());
    const text = `id:${id} sub:001 dlvrd:${failed === undefined ? '001' : '000'} submit date:${date} done date:${date} stat:${word} err:${error} text:`;
    const isTextOnly = conduct.does === 'deliver' && conduct.receipts === 'text_only';
    const fields = {
      source_addr: String(pdu.destination_addr),
      destination_addr: String(pdu.source_addr),
      esm_class: RECEIPT_CLASS,
      data_coding: 0,
      short_message: text,
      ...(isTextOnly ? {} : { receipted_message_id: id, message_state: state }),
    };
    const [other] = this.#sessions;
    this.#send(fields, this.#sessions.has(session) ? session : other);
  }

  #send(fields: ReceiptToSend['fields'], over: Session | undefined): void {
    const receipt = { fields, over };
    this.#receipts = [...this.#receipts, receipt].slice(-MOST_KEPT);
    over?.deliver_sm(fields, () => {
      this.#receipts = this.#receipts.filter((one) => one !== receipt);
      this.#settings.onReceiptTaken?.(`+${String(fields.source_addr)}`);
    });
  }

  #sendAgain(lost: Session | undefined, over: Session | undefined): void {
    const again = this.#receipts.filter((receipt) => receipt.over === lost);
    this.#receipts = this.#receipts.filter((receipt) => receipt.over !== lost);
    for (const { fields } of again) this.#send(fields, over);
  }

  /** The text, once it is whole. */
  #take(pdu: Pdu): string | undefined {
    const { short_message: short } = pdu;
    if (typeof short !== 'object' || !('message' in short)) return '';
    const { message } = short;
    const text = typeof message === 'string' ? message : '';
    const header = 'udh' in short && Array.isArray(short.udh) ? short.udh.find(isConcatenation) : undefined;
    if (header === undefined) return text;
    const [, , reference, total, number] = header;
    const key = `${String(pdu.destination_addr)} ${String(pdu.source_addr)} ${reference}`;
    const parts = this.#begun.get(key) ?? new Map<number, string>();
    parts.set(number, text);
    this.#begun.set(key, parts);
    const [oldest] = this.#begun.keys();
    if (this.#begun.size > MOST_KEPT && oldest !== undefined) this.#begun.delete(oldest);
    if (parts.size < total) return undefined;
    this.#begun.delete(key);
    return [...parts]
      .toSorted(([a], [b]) => a - b)
      .map(([, part]) => part)
      .join('');
  }
}

/** YYMMDDhhmm (SMPP 3.4 appendix B). */
function dateInReceipts(at: Date): string {
  return at.toISOString().replaceAll(/\D/g, '').slice(2, 12);
}

/** Element 0, of three octets: concatenated short messages (3GPP TS 23.040 §9.2.3.24.1). */
function isConcatenation(element: unknown): element is Buffer & readonly [number, number, number, number, number] {
  return Buffer.isBuffer(element) && element.length === 5 && element[0] === 0;
}
