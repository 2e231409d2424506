import type { Messages } from '../areas.ts';

/** The desk: policies, developers, numbers, audit, in Turkish. */
export const operateTr: Messages<'operate'> = {};
