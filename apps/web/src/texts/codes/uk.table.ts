import type { Messages } from '../areas.ts';
import { codesEn } from './en.table.ts';

export const codesUk: Messages<'codes'> = { ...codesEn };
