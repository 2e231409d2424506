import type { Messages } from '../areas.ts';
import { receiptEn } from './en.table.ts';

/** The receipt of a verification, in Spanish. */
export const receiptEs: Messages<'receipt'> = { ...receiptEn };
