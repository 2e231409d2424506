export * from './document-reading.ts';
export { type ReadMrzOptions, readMrz } from './mrz/read-mrz.ts';
export * from './reading-subject.ts';
export { recogniseSide } from './recognise-side.ts';
