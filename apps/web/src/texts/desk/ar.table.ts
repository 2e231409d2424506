import type { Messages } from '../areas.ts';
import { deskEn } from './en.table.ts';

/** The desk: signing in, the queue, one verification, in Arabic. */
export const deskAr: Messages<'desk'> = { ...deskEn };
