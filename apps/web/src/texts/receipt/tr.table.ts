import type { Messages } from '../areas.ts';
import { receiptEn } from './en.table.ts';

/** The receipt of a verification, in Turkish. */
export const receiptTr: Messages<'receipt'> = { ...receiptEn };
