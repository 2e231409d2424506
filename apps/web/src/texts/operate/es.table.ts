import type { Messages } from '../areas.ts';
import { operateEn } from './en.table.ts';

/** The desk: policies, developers, numbers, audit, in Spanish. */
export const operateEs: Messages<'operate'> = { ...operateEn };
