import type { Messages } from '../areas.ts';

/** The desk: signing in, the queue, one verification, in Turkish. */
export const deskTr: Messages<'desk'> = {};
