/** Every catalogue; on the server alone, which sends a page the words of its language. */
import type { Locale } from '@vidimus/vocabulary';
import { accountAr } from './account/ar.table.ts';
import { accountEn } from './account/en.table.ts';
import { accountEs } from './account/es.table.ts';
import { accountTr } from './account/tr.table.ts';
import { accountUk } from './account/uk.table.ts';
import type { Area, Messages } from './areas.ts';
import { captureAr } from './capture/ar.table.ts';
import { captureEn } from './capture/en.table.ts';
import { captureEs } from './capture/es.table.ts';
import { captureTr } from './capture/tr.table.ts';
import { captureUk } from './capture/uk.table.ts';
import { codesAr } from './codes/ar.table.ts';
import { codesEn } from './codes/en.table.ts';
import { codesEs } from './codes/es.table.ts';
import { codesTr } from './codes/tr.table.ts';
import { codesUk } from './codes/uk.table.ts';
import { contactAr } from './contact/ar.table.ts';
import { contactEn } from './contact/en.table.ts';
import { contactEs } from './contact/es.table.ts';
import { contactTr } from './contact/tr.table.ts';
import { contactUk } from './contact/uk.table.ts';
import { deskAr } from './desk/ar.table.ts';
import { deskEn } from './desk/en.table.ts';
import { deskEs } from './desk/es.table.ts';
import { deskTr } from './desk/tr.table.ts';
import { deskUk } from './desk/uk.table.ts';
import { messagesAr } from './messages/ar.table.ts';
import { messagesEn } from './messages/en.table.ts';
import { messagesEs } from './messages/es.table.ts';
import { messagesTr } from './messages/tr.table.ts';
import { messagesUk } from './messages/uk.table.ts';
import { operateAr } from './operate/ar.table.ts';
import { operateEn } from './operate/en.table.ts';
import { operateEs } from './operate/es.table.ts';
import { operateTr } from './operate/tr.table.ts';
import { operateUk } from './operate/uk.table.ts';
import { receiptAr } from './receipt/ar.table.ts';
import { receiptEn } from './receipt/en.table.ts';
import { receiptEs } from './receipt/es.table.ts';
import { receiptTr } from './receipt/tr.table.ts';
import { receiptUk } from './receipt/uk.table.ts';
import { shellAr } from './shell/ar.table.ts';
import { shellEn } from './shell/en.table.ts';
import { shellEs } from './shell/es.table.ts';
import { shellTr } from './shell/tr.table.ts';
import { shellUk } from './shell/uk.table.ts';
import { verifyAr } from './verify/ar.table.ts';
import { verifyEn } from './verify/en.table.ts';
import { verifyEs } from './verify/es.table.ts';
import { verifyTr } from './verify/tr.table.ts';
import { verifyUk } from './verify/uk.table.ts';

/** By area and language. */
export const CATALOGUES: { readonly [A in Area]: { readonly [L in Locale]: Messages<A> } } = {
  account: { en: accountEn, es: accountEs, tr: accountTr, uk: accountUk, ar: accountAr },
  capture: { en: captureEn, es: captureEs, tr: captureTr, uk: captureUk, ar: captureAr },
  codes: { en: codesEn, es: codesEs, tr: codesTr, uk: codesUk, ar: codesAr },
  contact: { en: contactEn, es: contactEs, tr: contactTr, uk: contactUk, ar: contactAr },
  desk: { en: deskEn, es: deskEs, tr: deskTr, uk: deskUk, ar: deskAr },
  messages: { en: messagesEn, es: messagesEs, tr: messagesTr, uk: messagesUk, ar: messagesAr },
  operate: { en: operateEn, es: operateEs, tr: operateTr, uk: operateUk, ar: operateAr },
  receipt: { en: receiptEn, es: receiptEs, tr: receiptTr, uk: receiptUk, ar: receiptAr },
  shell: { en: shellEn, es: shellEs, tr: shellTr, uk: shellUk, ar: shellAr },
  verify: { en: verifyEn, es: verifyEs, tr: verifyTr, uk: verifyUk, ar: verifyAr },
};

/** The words of an area. */
export function textsOf<A extends Area>(area: A, locale: Locale): Messages<A> {
  return CATALOGUES[area][locale];
}
