/** A delivery receipt, however the SMSC writes it: in fields of its own, or as text (SMPP 3.4 §5.2.23, §5.3.2.12, appendix B). */
import type { UndeliveredReason } from '@vidimus/protocol';
import type { Pdu } from 'smpp';
import { MESSAGE_STATES, NETWORK_ERRORS } from './smpp-codes.table.ts';

export type SmppReceipt = { readonly carrierId: string; readonly code: string } & (
  | { readonly outcome: 'delivered' }
  | { readonly outcome: 'on_its_way' }
  | { readonly outcome: 'undelivered'; readonly reason: UndeliveredReason }
);

/** What of a deliver_sm a receipt is read from. */
export type ReceiptFields = {
  readonly esmClass: number;
  readonly messageId: string | undefined;
  readonly messageState: number | undefined;
  /** Of the network, 0 for none. */
  readonly networkError: number | undefined;
  readonly text: string;
};

/** Bits 5–2 of esm_class (SMPP 3.4 §5.2.12). */
const KIND_BITS = 0x3c;
const RECEIPTS: ReadonlySet<number> = new Set([0x04, 0x20]);
const LONGEST_ID = 65;
/** Network type, and a number of two octets. */
const ERROR_OCTETS = 3;

/** The fields of a PDU as the library parsed it. */
export function receiptFields(pdu: Pdu): ReceiptFields {
  const { esm_class, receipted_message_id, message_state, network_error_code, short_message } = pdu;
  const text = typeof short_message === 'object' && 'message' in short_message ? short_message.message : undefined;
  return {
    esmClass: typeof esm_class === 'number' ? esm_class : 0,
    messageId: typeof receipted_message_id === 'string' ? receipted_message_id : undefined,
    messageState: typeof message_state === 'number' ? message_state : undefined,
    networkError:
      Buffer.isBuffer(network_error_code) && network_error_code.length === ERROR_OCTETS
        ? network_error_code.readUInt16BE(1)
        : undefined,
    text: typeof text === 'string' ? text : '',
  };
}

/** Undefined for what is no receipt, or names no message. `errors`: the route's own numbers. */
export function readReceipt(
  fields: ReceiptFields,
  errors: Readonly<Record<string, UndeliveredReason>> = {},
): SmppReceipt | undefined {
  if (!RECEIPTS.has(fields.esmClass & KIND_BITS)) return undefined;
  const inText = (name: RegExp) => name.exec(fields.text)?.[1];
  const carrierId = fields.messageId ?? inText(/\bid:\s*(\S+)/i);
  if (carrierId === undefined || carrierId === '' || carrierId.length > LONGEST_ID) return undefined;
  const word = inText(/\bstat:\s*([a-z]{1,8})/i)?.toUpperCase();
  const stateName = fields.messageState === undefined ? word : String(fields.messageState);
  const state = (stateName === undefined ? undefined : own(MESSAGE_STATES, stateName)) ?? 'on_its_way';
  const error = inText(/\berr:\s*([0-9a-z]{1,6})/i) ?? fields.networkError?.toString();
  const code = [word ?? (stateName === undefined ? 'receipt' : `state ${stateName}`), error]
    .filter((part) => part !== undefined)
    .join(' ');
  if (state === 'delivered' || state === 'on_its_way') return { carrierId, code, outcome: state };
  return { carrierId, code, outcome: 'undelivered', reason: reasonOf(error, errors) ?? state };
}

function reasonOf(
  error: string | undefined,
  errors: Readonly<Record<string, UndeliveredReason>>,
): UndeliveredReason | undefined {
  if (error === undefined) return undefined;
  const named = own(errors, error);
  if (named !== undefined) return named;
  return /^\d+$/.test(error) ? own(NETWORK_ERRORS, String(Number(error))) : undefined;
}

/** What strangers send may be called `constructor`. */
function own<T>(table: Readonly<Record<string, T>>, key: string): T | undefined {
  return Object.hasOwn(table, key) ? table[key] : undefined;
}
