import type { Messages } from '../areas.ts';

/** The desk: policies, developers, numbers, audit, in Ukrainian. */
export const operateUk: Messages<'operate'> = {};
