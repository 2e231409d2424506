import type { Messages } from '../areas.ts';

/** The receipt: what was found, what happens next, appeal, in Spanish. */
export const receiptEs: Messages<'receipt'> = {};
