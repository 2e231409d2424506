import type { Messages } from '../areas.ts';

/** The desk: policies, developers, numbers, audit, in Arabic. */
export const operateAr: Messages<'operate'> = {};
