export { type CheckedDocument, checkDocument } from './check-document.ts';
export type { CheckRequest, CheckSubject, PhotoSubject } from './checks/index.ts';
export type { DecodedBarcode, DecodedPicture, EnginePorts, FileNotUsable, Tensor } from './ports.ts';
export { type DocumentReading, type PhotoFile, type ReadOptions, readDocument } from './read-document.ts';
export type { StageTimings } from './stage-timings.ts';
