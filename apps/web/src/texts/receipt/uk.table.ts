import type { Messages } from '../areas.ts';
import { receiptEn } from './en.table.ts';

/** The receipt of a verification, in Ukrainian. */
export const receiptUk: Messages<'receipt'> = { ...receiptEn };
