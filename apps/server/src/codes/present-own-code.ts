/** A code as the person sees it whom it was sent to: nothing that is for staff, and no route by the operator's own name for it. */
import { type OwnCodeView, type OwnDelivery, type OwnReason, REACHED_BY, type ReasonView } from '@vidimus/protocol';
import type { MessageRoute } from '../courier/message-route.ts';
import { localeOf, presentDelivery } from '../courier/present-delivery.ts';
import { ENTERED } from '../courier/settle-messages.ts';
import { messagesAbout } from '../courier/store.ts';
import type { DatabaseTransaction } from '../db/transaction.ts';
import { outageFor } from '../deliverability/outage-for.ts';
import { codeState, resendPossibleAt, triesLeft } from './code.ts';
import { type CodeWay, findWays } from './code-ways.ts';
import { correctionsLeft } from './correct-contact.ts';
import { type CodeParts, hasAnotherRoute, operatorName } from './send-code.ts';
import { type CodeRow, codeFacts } from './store.ts';
import { whyNotArrived } from './why-not-arrived.ts';

type Messages = Awaited<ReturnType<typeof messagesAbout>>;

/** Messages to a contact that was corrected are left out: they were somebody else's. */
export async function presentOwnCode(
  parts: CodeParts,
  trx: DatabaseTransaction,
  row: CodeRow,
  now: Date,
): Promise<OwnCodeView> {
  const { contact, ways } = await findWays(parts, trx, row);
  const all = await messagesAbout(trx, row.id);
  const messages = all.filter((one) => row.corrected_at === null || one.row.created_at >= row.corrected_at);
  const facts = codeFacts(row);
  const state = codeState(facts, now);
  const channel = messages[0]?.row.channel ?? row.channel;
  const locale = localeOf(row.locale);
  const place = { locale, operator: await operatorName(trx, row.organization_id) };
  const channels = ways.map((way) => way.channel);
  const reason = whyNotArrived(row, { channel, others: channels, newest: messages[0] }, place);
  const possibleAt = resendPossibleAt(facts, now);
  const latestWay = ways.find((way) => way.channel === channel);
  const ordered = [...(latestWay === undefined ? [] : [latestWay]), ...ways.filter((way) => way !== latestWay)];
  return {
    object: 'own_code',
    now: now.toISOString(),
    mode: row.mode,
    state,
    purpose: row.purpose,
    locale,
    operator: place.operator,
    channel,
    hint: (latestWay?.contact ?? contact)?.hint ?? '…',
    kind: REACHED_BY[row.channel],
    reached: row.reached,
    tries_left: triesLeft(facts, now),
    expires_at: row.expires_at.toISOString(),
    resend: {
      possible_at: possibleAt?.toISOString() ?? null,
      ways: possibleAt === null ? [] : await presentWays(parts, trx, row, ordered),
    },
    corrections_left: correctionsLeft(row, now),
    reasons: reason === undefined || state === 'accepted' ? [] : [ownReason(reason)],
    outages: state === 'waiting' ? await presentOutages(trx, row, ways) : [],
    deliveries: presentOwnDeliveries(parts.courier.routesOf(row.mode), messages, locale),
    return_url: row.return_url,
  };
}

/** Of the ways that it can go, those by which nothing arrives. */
async function presentOutages(
  trx: DatabaseTransaction,
  { organization_id: organizationId, mode }: CodeRow,
  ways: readonly CodeWay[],
): Promise<OwnCodeView['outages']> {
  const outages: OwnCodeView['outages'] = [];
  for (const { channel, contact } of ways) {
    const { country, prefix } = contact;
    const outage = await outageFor(trx, { organizationId, mode, channel, country, prefix });
    if (outage !== undefined) outages.push({ channel, since: outage.since.toISOString() });
  }
  return outages;
}

/** Code and words. */
export function ownReason({ code, number, heading, message }: ReasonView): OwnReason {
  return { code, number, heading, message: message ?? heading };
}

async function presentWays(
  parts: CodeParts,
  trx: DatabaseTransaction,
  row: CodeRow,
  ways: readonly CodeWay[],
): Promise<OwnCodeView['resend']['ways']> {
  const shown: OwnCodeView['resend']['ways'] = [];
  for (const { channel, contact } of ways) {
    const anotherRoute = await hasAnotherRoute(parts, trx, row, { contact, channel });
    shown.push({ channel, hint: contact.hint, another_route: anotherRoute });
  }
  return shown;
}

/** What became of each message. Routes are counted in the order that they were taken, by whichever message. */
export function presentOwnDeliveries(
  routes: readonly MessageRoute[],
  messages: Messages,
  locale: OwnCodeView['locale'],
): OwnDelivery[] {
  const oldestFirst = messages.toReversed();
  const taken = [...new Set(oldestFirst.flatMap(({ events }) => events.flatMap(({ route }) => route ?? [])))];
  return messages.map(({ row, events }): OwnDelivery => {
    const { channel, state, confirm_by, created_at, history } = presentDelivery({ ...row, locale }, events);
    const route = routes.find(({ name }) => name === row.route);
    return {
      channel,
      state,
      confirm_by,
      usual_seconds: route?.usualSeconds ?? null,
      created_at,
      history: history.map(({ at, state: was, route: by, carrier_code, reason, words, next_step }) => ({
        at,
        state: was,
        route: by === null ? null : taken.indexOf(by) + 1,
        reason,
        carrier_code: carrier_code === ENTERED ? null : carrier_code,
        words,
        next_step,
      })),
    };
  });
}
