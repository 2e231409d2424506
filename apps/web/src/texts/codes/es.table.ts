import type { Messages } from '../areas.ts';
import { codesEn } from './en.table.ts';

export const codesEs: Messages<'codes'> = { ...codesEn };
