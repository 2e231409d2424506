import type { Messages } from '../areas.ts';
import { deskEn } from './en.table.ts';

/** The desk: signing in, the queue, one verification, in Spanish. */
export const deskEs: Messages<'desk'> = { ...deskEn };
