/** A connection to an SMSC that is kept: bound, watched, bounded in what goes over it, and made anew when it breaks (SMPP 3.4). */
import { setTimeout as wait } from 'node:timers/promises';
import smpp, { type Pdu, type Session } from 'smpp';

export type SmppSettings = {
  readonly host: string;
  readonly port: number;
  readonly tls: boolean;
  readonly systemId: string;
  readonly password: string;
  readonly systemType: string;
  /** Messages that the SMSC takes a second. */
  readonly perSecond: number;
};

export type SmppHooks = {
  /** Answers with the command_status to send back; a rejection asks the SMSC to send it again. */
  readonly onDeliver: (pdu: Pdu) => Promise<number>;
};

/** `kind: 'down'`: not handed over. `lost`: handed over, and no answer came. */
export type Submitted =
  | { readonly kind: 'answered'; readonly status: number; readonly messageId: string }
  | { readonly kind: 'down'; readonly code: string }
  | { readonly kind: 'lost'; readonly code: string };

const BIND_MS = 5000;
const ANSWER_MS = 10_000;
const ENQUIRE_EVERY_MS = 30_000;
/** How long a message waits for a connection that is just being made. */
const PATIENCE_MS = 3000;
const FIRST_BACKOFF_MS = 250;
const LONGEST_BACKOFF_MS = 30_000;
/** Unanswered submissions at a time (SMPP 3.4 §2.9 recommends a window of at most ten). */
const WINDOW = 10;
/** ESME_RX_T_APPN: send it again later. */
const TEMPORARY = 0x64;
/** SMPP 3.4. */
const INTERFACE_VERSION = 0x34;

/** Owns the socket and its timers. */
export class SmppSession {
  readonly #settings: SmppSettings;
  readonly #hooks: SmppHooks;
  readonly #closing = new AbortController();
  #bound: PromiseWithResolvers<Session> = Promise.withResolvers();
  #session: Session | undefined;
  #lastFailure = 'connecting';
  #running: Promise<void>;
  #unanswered = new Set<(lost: Submitted) => void>();
  readonly #waiting: (() => void)[] = [];
  /** When the next message may go, by the clock of `performance.now`. */
  #nextAt = 0;

  constructor(settings: SmppSettings, hooks: SmppHooks) {
    this.#settings = settings;
    this.#hooks = hooks;
    this.#running = this.#keepBound();
  }

  /** Hands one submit_sm over; waits for its turn and for the answer. */
  async submit(fields: Parameters<Session['submit_sm']>[0]): Promise<Submitted> {
    await this.#takeTurn();
    try {
      const session = await this.#whenBound();
      return session === undefined ? { kind: 'down', code: this.#lastFailure } : await this.#send(session, fields);
    } finally {
      this.#endTurn();
    }
  }

  /** Sends nothing more for a while: the SMSC asked for it. */
  slowDown(ms: number): void {
    this.#nextAt = Math.max(this.#nextAt, performance.now() + ms);
  }

  async close(): Promise<void> {
    const session = this.#session;
    if (session !== undefined) {
      // Polite where the other side still listens; a second is enough for an answer.
      await Promise.race([
        new Promise<void>((resolve) => {
          if (!session.unbind(() => resolve())) resolve();
        }),
        wait(1000),
      ]);
    }
    this.#closing.abort();
    session?.destroy();
    await this.#running;
  }

  async #send(session: Session, fields: Parameters<Session['submit_sm']>[0]): Promise<Submitted> {
    const { promise, resolve } = Promise.withResolvers<Submitted>();
    this.#unanswered.add(resolve);
    const timer = setTimeout(() => resolve({ kind: 'lost', code: 'no answer' }), ANSWER_MS);
    const isSent = session.submit_sm(fields, ({ command_status: status, message_id: id }) =>
      resolve({ kind: 'answered', status, messageId: typeof id === 'string' ? id : '' }),
    );
    if (!isSent) resolve({ kind: 'down', code: 'not writable' });
    const submitted = await promise;
    clearTimeout(timer);
    this.#unanswered.delete(resolve);
    return submitted;
  }

  async #takeTurn(): Promise<void> {
    if (this.#busy >= WINDOW) await new Promise<void>((resolve) => this.#waiting.push(resolve));
    else this.#busy += 1;
    const at = Math.max(performance.now(), this.#nextAt);
    this.#nextAt = at + 1000 / this.#settings.perSecond;
    const ms = at - performance.now();
    if (ms > 1) await wait(ms);
  }
  #busy = 0;

  /** The place in the window goes to whoever waits longest. */
  #endTurn(): void {
    const next = this.#waiting.shift();
    if (next === undefined) this.#busy -= 1;
    else next();
  }

  async #whenBound(): Promise<Session | undefined> {
    if (this.#session !== undefined) return this.#session;
    if (this.#closing.signal.aborted) return undefined;
    return Promise.race([this.#bound.promise, wait(PATIENCE_MS, undefined)]);
  }

  async #keepBound(): Promise<void> {
    const { signal } = this.#closing;
    let backoffMs = FIRST_BACKOFF_MS;
    while (!signal.aborted) {
      const wasBound = await this.#live();
      backoffMs = wasBound ? FIRST_BACKOFF_MS : Math.min(LONGEST_BACKOFF_MS, backoffMs * 2);
      await wait(backoffMs, undefined, { signal }).catch((error: unknown) => {
        if (!signal.aborted) throw error;
      });
    }
  }

  /** One connection, from its beginning to its end; answers whether it was bound. */
  async #live(): Promise<boolean> {
    const { host, port, tls } = this.#settings;
    const session = smpp.connect({ host, port, tls });
    const ended = new Promise<void>((resolve) => session.once('close', resolve));
    // The library stops reading after an error; nothing of this connection can be trusted any more.
    session.on('error', (error: unknown) => {
      this.#lastFailure = codeOf(error);
      session.destroy();
    });
    session.on('deliver_sm', (pdu: Pdu) => void this.#deliver(session, pdu));
    session.on('enquire_link', (pdu: Pdu) => void session.send(pdu.response()));
    session.on('unbind', (pdu: Pdu) => {
      session.send(pdu.response());
      session.close();
    });
    const isBound = await this.#bind(session, ended);
    if (isBound) {
      this.#session = session;
      this.#bound.resolve(session);
      const watching = setInterval(() => this.#enquire(session), ENQUIRE_EVERY_MS);
      await ended;
      clearInterval(watching);
      this.#session = undefined;
      this.#bound = Promise.withResolvers();
    } else {
      session.destroy();
      await ended;
    }
    for (const lose of this.#unanswered) lose({ kind: 'lost', code: 'connection lost' });
    this.#unanswered = new Set();
    return isBound;
  }

  async #bind(session: Session, ended: Promise<void>): Promise<boolean> {
    const { systemId, password, systemType } = this.#settings;
    const answered = new Promise<number>((resolve) => {
      session.once(this.#settings.tls ? 'secureConnect' : 'connect', () => {
        const fields = {
          system_id: systemId,
          password,
          system_type: systemType,
          interface_version: INTERFACE_VERSION,
        };
        session.bind_transceiver(fields, ({ command_status }) => resolve(command_status));
      });
    });
    const timer = AbortSignal.any([AbortSignal.timeout(BIND_MS), this.#closing.signal]);
    const given = new Promise<undefined>((resolve) =>
      timer.addEventListener('abort', () => resolve(undefined), { once: true }),
    );
    const status = await Promise.race([answered, ended.then(() => undefined), given]);
    if (status !== undefined && status !== 0) this.#lastFailure = `bind 0x${status.toString(16)}`;
    return status === 0;
  }

  #enquire(session: Session): void {
    const timer = setTimeout(() => session.destroy(), ANSWER_MS);
    const forget = () => {
      clearTimeout(timer);
      session.off('close', forget);
    };
    session.on('close', forget);
    if (!session.enquire_link(forget)) forget();
  }

  async #deliver(session: Session, pdu: Pdu): Promise<void> {
    // Not told to anybody here: whatever keeps it from being written down shows in other places, and the SMSC keeps the receipt.
    const status = await this.#hooks.onDeliver(pdu).catch(() => TEMPORARY);
    session.send(pdu.response(status === 0 ? {} : { command_status: status }));
  }
}

/** `ECONNREFUSED`, or that the other side does not speak SMPP. */
function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : 'not SMPP';
}
