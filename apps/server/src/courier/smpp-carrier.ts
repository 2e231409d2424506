/** Short messages, handed to a carrier's SMSC (SMPP 3.4). */
import { setTimeout as wait } from 'node:timers/promises';
import type { UndeliveredReason } from '@vidimus/protocol';
import type { Pdu } from 'smpp';
import type { Carrier, HandedOver, Handover, TakeReceipt } from './carrier.ts';
import { COMMAND_STATUSES, OTHER_STATUS } from './smpp-codes.table.ts';
import { readReceipt, receiptFields } from './smpp-receipt.ts';
import { segmentText } from './smpp-segments.ts';
import { SmppSession, type SmppSettings, type Submitted } from './smpp-session.ts';

export type SmppCarrierSettings = SmppSettings & {
  readonly name: string;
  /** Who it is from: a number, or up to 11 letters and digits. */
  readonly source: string;
  /** What this SMSC's own error numbers mean, e.g. `{"088": "blocked_by_carrier"}`. */
  readonly errors?: Readonly<Record<string, UndeliveredReason>>;
};

/** Types of number and numbering plans (SMPP 3.4 §5.2.5, §5.2.6). */
const INTERNATIONAL = { ton: 1, npi: 1 } as const;
const ALPHANUMERIC = { ton: 5, npi: 0 } as const;
const UDH_INDICATOR = 0x40;
/** A receipt however it ends; for the parts before the last only where one fails (SMPP 3.4 §5.2.17). */
const RECEIPT = { last: 1, others: 2 } as const;
const THROTTLED_MS = 1000;
/** A receipt may be faster than our own note of the message: it is looked for so often, in so many milliseconds. */
const LOOKS = 20;
const LOOK_EVERY_MS = 250;

/** Connects at once, and keeps the connection: receipts come over it. */
export function smppCarrier(settings: SmppCarrierSettings, takeReceipt: TakeReceipt): Carrier {
  const session = new SmppSession(settings, { onDeliver: (pdu) => deliver(settings, takeReceipt, pdu) });
  const references = counter();
  return {
    name: settings.name,
    channel: 'sms',
    handOver: (handover) => submitAll(session, settings, handover, references()),
    close: () => session.close(),
  };
}

/** Part by part. What was taken before a part fails cannot be called back; the telephone shows nothing of an incomplete text. */
async function submitAll(
  session: SmppSession,
  settings: SmppCarrierSettings,
  { to, body }: Handover,
  reference: number,
): Promise<HandedOver> {
  const { dataCoding, parts } = segmentText(body.text, reference);
  const ids: string[] = [];
  for (const [at, part] of parts.entries()) {
    const isLast = at === parts.length - 1;
    const submitted = await session.submit({
      ...sourceOf(settings.source),
      dest_addr_ton: INTERNATIONAL.ton,
      dest_addr_npi: INTERNATIONAL.npi,
      destination_addr: to.replace(/^\+/, ''),
      esm_class: parts.length > 1 ? UDH_INDICATOR : 0,
      registered_delivery: isLast ? RECEIPT.last : RECEIPT.others,
      data_coding: dataCoding,
      short_message: part,
    });
    const refused = refusalOf(submitted);
    if (refused !== undefined) {
      if (refused.kind === 'later' && refused.reason === 'throttled') session.slowDown(THROTTLED_MS);
      return refused;
    }
    if (submitted.kind === 'answered') ids.push(submitted.messageId);
  }
  return { kind: 'accepted', carrierIds: ids, code: '0x0' };
}

function refusalOf(submitted: Submitted): HandedOver | undefined {
  if (submitted.kind === 'lost') return { kind: 'unknown', code: submitted.code };
  if (submitted.kind === 'down') return { kind: 'later', reason: 'route_failed', code: submitted.code };
  const { status } = submitted;
  if (status === 0) return undefined;
  const { reason, later } = COMMAND_STATUSES[status] ?? OTHER_STATUS;
  const code = `0x${status.toString(16).padStart(2, '0')}`;
  if (later !== true) return { kind: 'refused', reason, code };
  return { kind: 'later', reason, code, ...(reason === 'throttled' ? { afterMs: THROTTLED_MS } : {}) };
}

/** The command_status to answer with. What is no receipt (somebody answers a code) is taken and dropped. */
async function deliver(settings: SmppCarrierSettings, takeReceipt: TakeReceipt, pdu: Pdu): Promise<number> {
  const receipt = readReceipt(receiptFields(pdu), settings.errors);
  if (receipt === undefined) return 0;
  for (let look = 0; look < LOOKS; look += 1) {
    if ((await takeReceipt({ ...receipt, route: settings.name })) === 'recorded') return 0;
    await wait(LOOK_EVERY_MS);
  }
  return 0;
}

function sourceOf(source: string) {
  const { ton, npi } = /^\+?\d+$/.test(source) ? INTERNATIONAL : ALPHANUMERIC;
  return { source_addr_ton: ton, source_addr_npi: npi, source_addr: source.replace(/^\+/, '') };
}

/** 0–255, and again. */
function counter(): () => number {
  let last = -1;
  return () => {
    last = (last + 1) % 256;
    return last;
  };
}
