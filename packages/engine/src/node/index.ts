export { createNodePorts, type NodePortOptions, type NodePorts } from './create-node-ports.ts';
export { DECODE_LIMITS, type DecodeLimits } from './decode-limits.ts';
export { encodeJpeg } from './encode-jpeg.ts';
export { type ModelState, verifyModel } from './model-file.ts';
