import type { Messages } from '../areas.ts';
import { deskEn } from './en.table.ts';

/** The desk: signing in, the queue, one verification, in Turkish. */
export const deskTr: Messages<'desk'> = { ...deskEn };
