export { statesOfKind } from './documents/states.table.ts';
export { type DocumentRequest, drawDocument } from './draw-document.ts';
export { drawSpecimen, sidesShown } from './draw-specimen.ts';
export * from './fault.ts';
export { FAULT_LIMITS } from './fault-limits.table.ts';
export * from './flat-document.ts';
export { type FaultNotUnderstood, parseFault } from './parse-fault.ts';
export { type Photograph, photographSide } from './photograph.ts';
export * from './specimen.ts';
