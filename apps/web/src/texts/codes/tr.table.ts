import type { Messages } from '../areas.ts';
import { codesEn } from './en.table.ts';

export const codesTr: Messages<'codes'> = { ...codesEn };
