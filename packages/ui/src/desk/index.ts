/** The parts of the staff's pages. They stand on React Aria, which weighs too much for the pages of applicants. */
export { AriaLocale } from './aria-locale.tsx';
export { ComboBox } from './combo-box.tsx';
export { Dialog } from './dialog.tsx';
export { Table } from './table.tsx';
