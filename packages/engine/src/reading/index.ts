export * from './document-reading.ts';
export * from './reading-subject.ts';
export { recogniseSide } from './recognise-side.ts';
