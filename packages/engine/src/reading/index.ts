export { readBarcode } from './barcode/read-barcode.ts';
export * from './document-reading.ts';
export { readMrz } from './mrz/read-mrz.ts';
export { pagesOfDocument } from './pages-of-document.ts';
export * from './read-page.ts';
export { recogniseKind } from './recognise-kind.ts';
export { recogniseSide } from './recognise-side.ts';
export { SURE_CHARACTER } from './sure-character.ts';
export { readVisualZone } from './visual-zone/read-visual-zone.ts';
