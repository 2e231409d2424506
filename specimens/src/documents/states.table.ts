import type { TraditionName } from '../holders/holders.table.ts';
import type { DateStyle } from './date-styles.ts';

export type IssuingState = {
  /** ISO 3166-1 alpha-3, or UTO. */
  readonly code: string;
  /** As the zone writes it, where that differs (Germany: `D`). */
  readonly zoneCode?: string;
  readonly title: string;
  readonly subtitle?: string;
  readonly languages: readonly ('en' | 'fr')[];
  /** Utopia needs no mark; every real state's invented layout carries SPECIMEN across. */
  readonly specimenMark: boolean;
  readonly traditions: readonly TraditionName[];
  readonly colours: {
    readonly main: string;
    readonly second: string;
    readonly accent: string;
    readonly paper: string;
    readonly ink: string;
  };
  readonly dateStyle: DateStyle;
  readonly nationality: string;
  readonly authority: string;
  /** `A` a letter, `9` a digit; anything else stands for itself. */
  readonly numberPattern: string;
  readonly personalNumberPattern?: string;
};

export const ISSUING_STATES: Readonly<Record<string, IssuingState>> = {
  UTO: {
    code: 'UTO',
    title: 'UTOPIA',
    subtitle: 'RÉPUBLIQUE D’UTOPIE · REPUBLIC OF UTOPIA',
    languages: ['en', 'fr'],
    specimenMark: false,
    traditions: ['utopian'],
    colours: { main: '#2f6f8f', second: '#b3874a', accent: '#7a4f8a', paper: '#eef3f1', ink: '#16202b' },
    dateStyle: 'month-en-fr',
    nationality: 'UTOPIAN / UTOPIENNE',
    authority: 'PASSPORT OFFICE AMAUROT',
    numberPattern: 'A999999A9',
    personalNumberPattern: 'AA999999A',
  },
};
