import type { Messages } from '../areas.ts';
import { verifyEn } from './en.table.ts';

/** The way of an applicant from the link to the outcome, in Ukrainian. */
export const verifyUk: Messages<'verify'> = { ...verifyEn };
