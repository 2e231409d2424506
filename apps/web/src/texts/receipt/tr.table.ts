import type { Messages } from '../areas.ts';

/** The receipt: what was found, what happens next, appeal, in Turkish. */
export const receiptTr: Messages<'receipt'> = {};
