import type { Messages } from '../areas.ts';
import { codesEn } from './en.table.ts';

export const codesAr: Messages<'codes'> = { ...codesEn };
