import type { Messages } from '../areas.ts';
import { receiptEn } from './en.table.ts';

/** The receipt of a verification, in Arabic. */
export const receiptAr: Messages<'receipt'> = { ...receiptEn };
