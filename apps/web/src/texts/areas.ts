/** The areas of the pages' words, each with its English catalogue, which is the measure of the others. Types only: no page carries them all. */
import type { accountEn } from './account/en.table.ts';
import type { captureEn } from './capture/en.table.ts';
import type { codesEn } from './codes/en.table.ts';
import type { contactEn } from './contact/en.table.ts';
import type { deskEn } from './desk/en.table.ts';
import type { messagesEn } from './messages/en.table.ts';
import type { operateEn } from './operate/en.table.ts';
import type { receiptEn } from './receipt/en.table.ts';
import type { shellEn } from './shell/en.table.ts';
import type { verifyEn } from './verify/en.table.ts';

type Catalogues = {
  readonly account: typeof accountEn;
  readonly capture: typeof captureEn;
  readonly codes: typeof codesEn;
  readonly contact: typeof contactEn;
  readonly desk: typeof deskEn;
  readonly messages: typeof messagesEn;
  readonly operate: typeof operateEn;
  readonly receipt: typeof receiptEn;
  readonly shell: typeof shellEn;
  readonly verify: typeof verifyEn;
};

export type Area = keyof Catalogues;
export type MessageKey<A extends Area> = keyof Catalogues[A] & string;
/** A catalogue of an area in any language: the keys of the English one, none missing, none more. */
export type Messages<A extends Area> = { readonly [K in MessageKey<A>]: string };
