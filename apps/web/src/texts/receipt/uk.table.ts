import type { Messages } from '../areas.ts';

/** The receipt: what was found, what happens next, appeal, in Ukrainian. */
export const receiptUk: Messages<'receipt'> = {};
