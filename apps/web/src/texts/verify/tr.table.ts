import type { Messages } from '../areas.ts';
import { verifyEn } from './en.table.ts';

/** The way of an applicant from the link to the outcome, in Turkish. */
export const verifyTr: Messages<'verify'> = { ...verifyEn };
