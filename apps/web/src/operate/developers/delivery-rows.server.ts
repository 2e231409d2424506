import type { WebhookDeliveryList } from '@vidimus/sdk';
import type { Locale } from '@vidimus/vocabulary';
import { saySpan } from '../numbers/say-span.ts';
import { sayMoment } from '../say.server.ts';

const SECOND_MS = 1_000;

export type DeliveryRow = {
  readonly id: string;
  readonly event: string;
  readonly type: string;
  readonly redelivery: number;
  readonly state: 'pending' | 'delivered' | 'failed';
  readonly answer: string | null;
  readonly created: string;
  readonly nextTry: string | null;
  readonly tries: readonly {
    readonly number: number;
    readonly at: string;
    readonly answer: string;
    readonly took: string;
  }[];
};

/** Deliveries with every try, in the reader's words. */
export function deliveryRows(deliveries: WebhookDeliveryList['data'], locale: Locale): readonly DeliveryRow[] {
  return deliveries.map((one) => ({
    id: one.id,
    event: one.event_id,
    type: one.event_type,
    redelivery: one.redelivery,
    state: one.state,
    answer: one.last_answer,
    created: sayMoment(one.created_at, locale),
    nextTry: one.next_try_at === null ? null : sayMoment(one.next_try_at, locale),
    tries: one.tries.map(({ number, at, answer, duration_ms }) => ({
      number,
      at: sayMoment(at, locale),
      answer,
      took: saySpan(duration_ms / SECOND_MS, locale),
    })),
  }));
}
