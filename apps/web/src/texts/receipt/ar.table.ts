import type { Messages } from '../areas.ts';

/** The receipt: what was found, what happens next, appeal, in Arabic. */
export const receiptAr: Messages<'receipt'> = {};
