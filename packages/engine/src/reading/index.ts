export * from './document-reading.ts';
export * from './reading-subject.ts';
