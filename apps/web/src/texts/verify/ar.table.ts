import type { Messages } from '../areas.ts';
import { verifyEn } from './en.table.ts';

/** The way of an applicant from the link to the outcome, in Arabic. */
export const verifyAr: Messages<'verify'> = { ...verifyEn };
