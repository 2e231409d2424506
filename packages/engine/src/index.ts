export { type CheckedDocument, checkDocument } from './check-document.ts';
export type { CheckRequest, CheckSubject, PhotoSubject } from './checks/index.ts';
export { MODELS } from './models/index.ts';
export type { RgbImage } from './photo/index.ts';
export type { DecodedBarcode, DecodedPicture, EnginePorts, FileNotUsable, Tensor } from './ports.ts';
export { type DocumentReading, type PhotoFile, type ReadOptions, readDocument } from './read-document.ts';
export { type MrzOfFiles, type MrzOptions, type MrzPhoto, readMrzOfFiles } from './read-mrz-of-files.ts';
export type { CheckDigitFinding, MrzNotRead, MrzReading, PlacedCharacter, ReadCharacter } from './reading/index.ts';
export {
  buildCheckReport,
  buildMrzReport,
  buildReadReport,
  type EngineIdentity,
  type PagePicture,
  type PageView,
  renderCheckForTerminal,
  renderHtml,
  renderMrzForTerminal,
  renderReadForTerminal,
  type Styler,
  type TerminalOptions,
  viewPages,
} from './report/index.ts';
export type { StageTimings } from './stage-timings.ts';
