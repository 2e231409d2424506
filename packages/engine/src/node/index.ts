export { createNodePorts, type NodePortOptions, type NodePorts } from './create-node-ports.ts';
export { DECODE_LIMITS, type DecodeLimits } from './decode-limits.ts';
export { drawPng } from './draw-png.ts';
export { encodeJpeg } from './encode-jpeg.ts';
export { type ModelState, verifyModel } from './model-file.ts';
export {
  type MrzOfPage,
  type MrzPhotoSource,
  type MrzReader,
  openMrzReader,
  type ReadMrzPhotoOptions,
  readMrz,
} from './mrz-reader.ts';
