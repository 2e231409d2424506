/** Test mode's carriers: nothing leaves the house, and contacts do what `test-numbers.table.ts` says of them. */
import { setTimeout as wait } from 'node:timers/promises';
import { CHANNELS, type Channel, REACHED_BY } from '@vidimus/protocol';
import type { Carrier, HandedOver, Handover, Receipt, TakeReceipt } from './carrier.ts';
import type { CarriedRoute } from './courier.ts';
import { type TestConduct, testConduct } from './test-numbers.table.ts';

const USUAL_SECONDS = 5;
/** A receipt of a message that is being written down is sent again a little later. */
const AGAIN_MS = 200;
const TRIES = 25;

/** Two routes a channel of telephones, so that going on to the next can be tried; mail and an app of the operator’s have one. */
export function testRoutes(takeReceipt: TakeReceipt): readonly CarriedRoute[] {
  return CHANNELS.flatMap((channel) =>
    (REACHED_BY[channel] === 'phone' ? [1, 2] : [1]).map((order): CarriedRoute => {
      const name = order === 1 ? `test-${channel}` : `test-${channel}-${order}`;
      const usualSeconds = channel === 'email' ? undefined : USUAL_SECONDS;
      const route = { name, channel, prefixes: [], order, cost: 0, usualSeconds };
      return { route, carrier: new TestCarrier(name, channel, order, takeReceipt) };
    }),
  );
}

/** Owns the receipts that it still has to send. */
class TestCarrier implements Carrier {
  readonly name: string;
  readonly channel: Channel;
  readonly #order: number;
  readonly #takeReceipt: TakeReceipt;
  readonly #closing = new AbortController();
  /** References that were put off once. */
  readonly #busyFor = new Set<string>();

  constructor(name: string, channel: Channel, order: number, takeReceipt: TakeReceipt) {
    this.name = name;
    this.channel = channel;
    this.#order = order;
    this.#takeReceipt = takeReceipt;
  }

  async handOver({ reference, to }: Handover): Promise<HandedOver> {
    const conduct = testConduct(this.channel, to);
    if (conduct.does === 'refuse') return { kind: 'refused', reason: conduct.reason, code: 'test refused' };
    if (conduct.does === 'throttle' && !this.#busyFor.has(reference)) {
      this.#busyFor.add(reference);
      return { kind: 'later', reason: 'throttled', code: 'test busy', afterMs: 1000 };
    }
    this.#busyFor.delete(reference);
    const carrierId = `${reference}/${this.#order}`;
    if (this.channel !== 'email') void this.#sendReceipts(conduct, { route: this.name, carrierId });
    return { kind: 'accepted', carrierIds: [carrierId], code: 'test accepted' };
  }

  async close(): Promise<void> {
    this.#closing.abort();
  }

  async #sendReceipts(conduct: TestConduct, about: Pick<Receipt, 'route' | 'carrierId'>): Promise<void> {
    const receipt = this.#receiptOf(conduct, about);
    if (receipt === undefined) return;
    const seconds = 'seconds' in conduct ? conduct.seconds : 1;
    const { signal } = this.#closing;
    try {
      await wait(seconds * 1000, undefined, { signal });
      for (let tried = 0; tried < TRIES; tried += 1) {
        // A database that is away for a moment: the receipt is sent again, as by any carrier.
        const taken = await this.#takeReceipt(receipt).catch(() => 'unknown');
        if (taken === 'recorded') return;
        await wait(AGAIN_MS, undefined, { signal });
      }
    } catch (error) {
      // Nobody waits for receipts of a process that ends; the message is unconfirmed then, as in life.
      if (!signal.aborted) throw error;
    }
  }

  #receiptOf(conduct: TestConduct, about: Pick<Receipt, 'route' | 'carrierId'>): Receipt | undefined {
    if (conduct.does === 'drop_receipt') return undefined;
    if (conduct.does === 'deliver_by_second_route' && this.#order === 1) return undefined;
    if (conduct.does !== 'fail') return { ...about, outcome: 'delivered', code: 'test DELIVRD' };
    return { ...about, outcome: 'undelivered', reason: conduct.reason, code: `test ${conduct.reason}` };
  }
}
