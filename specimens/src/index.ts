export { type DocumentRequest, drawDocument } from './draw-document.ts';
export * from './fault.ts';
export * from './flat-document.ts';
