/** How a state prints a date: 12 August 1974. */
export type DateStyle =
  | 'dots' // 12.08.1974
  | 'spaces' // 12 08 1974
  | 'slashes' // 12/08/1974
  | 'hyphens' // 1974-08-12
  | 'month-first' // 08/12/1974
  | 'month-en' // 12 AUG 1974
  | 'month-en-fr' // 12 AUG/AOÛT 1974
  | 'month-da-en'; // 12 AUG/AUG 1974, the state's own month first

/** Prints an ISO date (`YYYY-MM-DD`) in the style. The day and month may be impossible ones: they are printed as they are. */
export function printDate(iso: string, style: DateStyle): string {
  const [year = '', month = '', day = ''] = iso.split('-');
  const at = Number(month) - 1;
  const english = MONTHS.en[at] ?? month;
  switch (style) {
    case 'dots':
      return `${day}.${month}.${year}`;
    case 'spaces':
      return `${day} ${month} ${year}`;
    case 'slashes':
      return `${day}/${month}/${year}`;
    case 'hyphens':
      return `${year}-${month}-${day}`;
    case 'month-first':
      return `${month}/${day}/${year}`;
    case 'month-en':
      return `${day} ${english} ${year}`;
    case 'month-en-fr':
      return `${day} ${english}/${MONTHS.fr[at] ?? month} ${year}`;
    case 'month-da-en':
      return `${day} ${MONTHS.da[at] ?? month}/${english} ${year}`;
  }
}

const MONTHS = {
  en: ['JAN', 'FEB', 'MAR', 'APR', 'MAY', 'JUN', 'JUL', 'AUG', 'SEP', 'OCT', 'NOV', 'DEC'],
  fr: ['JAN', 'FÉV', 'MARS', 'AVR', 'MAI', 'JUIN', 'JUIL', 'AOÛT', 'SEPT', 'OCT', 'NOV', 'DÉC'],
  da: ['JAN', 'FEB', 'MAR', 'APR', 'MAJ', 'JUN', 'JUL', 'AUG', 'SEP', 'OKT', 'NOV', 'DEC'],
} as const;
