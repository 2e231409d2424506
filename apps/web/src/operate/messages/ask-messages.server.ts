import {
  CHANNELS,
  type Channel,
  DELIVERABILITY_SPANS,
  type Deliverability,
  type DeliverabilitySpan,
} from '@vidimus/protocol';
import type { MemberClient } from '@vidimus/sdk';

export type AskedMessages = {
  readonly span: DeliverabilitySpan;
  readonly channel: Channel | undefined;
  readonly figures: Deliverability;
};

/** The figures that an address asks for; of the last day where it asks for none. */
export async function askMessages(api: MemberClient, request: Request): Promise<AskedMessages> {
  const search = new URL(request.url).searchParams;
  const span = DELIVERABILITY_SPANS.find((one) => one === search.get('span')) ?? '24h';
  const channel = CHANNELS.find((one) => one === search.get('channel'));
  const figures = await api.deliverability.get({ span, ...(channel === undefined ? {} : { channel }) });
  return { span, channel, figures };
}
