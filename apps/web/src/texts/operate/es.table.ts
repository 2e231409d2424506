import type { Messages } from '../areas.ts';

/** The desk: policies, developers, numbers, audit, in Spanish. */
export const operateEs: Messages<'operate'> = {};
