/**
 * What numbers, addresses and apps do that are for trying out: the last three digits say it, whatever the country, the part of an
 * address before the @, and the first word of an app's reference. Everything else delivers. Kept by the simulated carriers of `npm start` and by the ones of test mode alike.
 */
import { type Channel, REACHED_BY, type UndeliveredReason } from '@vidimus/protocol';

export type TestConduct =
  /** `seconds`: until the receipt. */
  | { readonly does: 'deliver'; readonly seconds: number; readonly receipts: 'once' | 'twice' | 'early' | 'text_only' }
  | { readonly does: 'drop_receipt' }
  /** Taken, and a receipt says later that it did not arrive. */
  | { readonly does: 'fail'; readonly reason: UndeliveredReason; readonly seconds: number }
  /** Not taken at all. */
  | { readonly does: 'refuse'; readonly reason: UndeliveredReason }
  /** Taken at the second try. */
  | { readonly does: 'throttle' }
  /** Never delivered, and no receipt, by a route that is not the last one there is. */
  | { readonly does: 'deliver_by_second_route' };

export type TestNumberRow = { readonly ending: string; readonly conduct: TestConduct; readonly words: string };

const DAWDLE_SECONDS = 20;
const USUAL_SECONDS = 1;

const fails = (ending: string, reason: UndeliveredReason, words: string): TestNumberRow => ({
  ending,
  conduct: { does: 'fail', reason, seconds: USUAL_SECONDS },
  words,
});
const delivers = (ending: string, receipts: 'twice' | 'early' | 'text_only', words: string): TestNumberRow => ({
  ending,
  conduct: { does: 'deliver', seconds: USUAL_SECONDS, receipts },
  words,
});

/** Of telephone numbers. */
export const TEST_NUMBERS: readonly TestNumberRow[] = [
  {
    ending: '901',
    conduct: { does: 'deliver', seconds: DAWDLE_SECONDS, receipts: 'once' },
    words: `dawdles: arrives after ${DAWDLE_SECONDS} seconds`,
  },
  { ending: '902', conduct: { does: 'drop_receipt' }, words: 'arrives nowhere, and nobody says so' },
  { ending: '903', conduct: { does: 'deliver_by_second_route' }, words: 'arrives by the second route alone' },
  { ending: '904', conduct: { does: 'throttle' }, words: 'the carrier is busy first, and takes it then' },
  delivers('905', 'twice', 'arrives, and the receipt comes twice'),
  delivers('906', 'early', 'arrives, and the receipt comes before the carrier’s own answer'),
  delivers('907', 'text_only', 'arrives, and the receipt is text without fields'),
  fails('911', 'absent_subscriber', 'the telephone is switched off'),
  fails('912', 'number_not_in_service', 'the number is given to nobody'),
  fails('913', 'blocked_by_carrier', 'the carrier blocks it'),
  fails('914', 'landline', 'a landline'),
  fails('915', 'roaming', 'abroad, where the home network does not deliver'),
  fails('916', 'handset_full', 'the memory of the telephone is full'),
  fails('917', 'content_refused', 'the carrier refuses the content'),
  fails('918', 'expired_at_carrier', 'the carrier gives up after a while'),
  fails('919', 'carrier_gave_no_reason', 'fails without a reason'),
  {
    ending: '921',
    conduct: { does: 'refuse', reason: 'number_not_in_service' },
    words: 'not taken: the carrier does not know the number',
  },
];

/** Of e-mail addresses, before the @ (what follows a + does not count). */
export const TEST_MAILBOXES: readonly TestNumberRow[] = [
  { ending: 'unknown', conduct: { does: 'refuse', reason: 'mailbox_unknown' }, words: 'the mailbox does not exist' },
  { ending: 'full', conduct: { does: 'refuse', reason: 'mailbox_full' }, words: 'the mailbox is full' },
  { ending: 'refused', conduct: { does: 'refuse', reason: 'mail_refused' }, words: 'the server refuses the mail' },
  { ending: 'busy', conduct: { does: 'throttle' }, words: 'the server is busy first, and takes it then' },
];

/** Of an operator's app, by the beginning of its reference up to the first `.`, `:` or `-`. */
export const TEST_APPS: readonly TestNumberRow[] = [
  {
    ending: 'slow',
    conduct: { does: 'deliver', seconds: DAWDLE_SECONDS, receipts: 'once' },
    words: `dawdles: arrives after ${DAWDLE_SECONDS} seconds`,
  },
  { ending: 'silent', conduct: { does: 'drop_receipt' }, words: 'arrives nowhere, and nobody says so' },
  { ending: 'busy', conduct: { does: 'throttle' }, words: 'the gateway is busy first, and takes it then' },
  fails('removed', 'app_removed', 'the app was taken off the telephone'),
  fails('muted', 'notifications_off', 'notifications of the app are turned off'),
  fails('asleep', 'absent_subscriber', 'the telephone is switched off'),
  {
    ending: 'unknown',
    conduct: { does: 'refuse', reason: 'app_removed' },
    words: 'not taken: the gateway knows no such app',
  },
];

const DELIVERS: TestConduct = { does: 'deliver', seconds: USUAL_SECONDS, receipts: 'once' };

/** What this number, address or app does. */
export function testConduct(channel: Channel, to: string): TestConduct {
  return rowOf(channel, to)?.conduct ?? DELIVERS;
}

function rowOf(channel: Channel, to: string): TestNumberRow | undefined {
  switch (REACHED_BY[channel]) {
    case 'phone':
      return TEST_NUMBERS.find(({ ending }) => to.endsWith(ending));
    case 'email': {
      const local = /^([^@+]*)[^@]*@/.exec(to)?.[1];
      return TEST_MAILBOXES.find(({ ending }) => ending === local?.toLowerCase());
    }
    case 'push':
      return TEST_APPS.find(({ ending }) => ending === to.split(/[.:-]/, 1)[0]);
  }
}
