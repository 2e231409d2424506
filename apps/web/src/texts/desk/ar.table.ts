import type { Messages } from '../areas.ts';

/** The desk: signing in, the queue, one verification, in Arabic. */
export const deskAr: Messages<'desk'> = {};
