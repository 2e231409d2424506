import type { Messages } from '../areas.ts';
import { operateEn } from './en.table.ts';

/** The desk: policies, developers, numbers, audit, in Ukrainian. */
export const operateUk: Messages<'operate'> = { ...operateEn };
