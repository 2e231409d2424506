export { type CheckedDocument, checkDocument } from './check-document.ts';
export type { CheckRequest, CheckSubject, PhotoSubject } from './checks/index.ts';
export { MODELS, type Model } from './models/index.ts';
export type { DecodedBarcode, DecodedPicture, EnginePorts, FileNotUsable, Tensor } from './ports.ts';
export { type DocumentReading, type PhotoFile, type ReadOptions, readDocument } from './read-document.ts';
export type { StageTimings } from './stage-timings.ts';
export {
  buildCheckReport,
  buildReadReport,
  type EngineIdentity,
  type PagePicture,
  renderCheckForTerminal,
  renderHtml,
  renderReadForTerminal,
  type Styler,
  viewPages,
} from './report/index.ts';
