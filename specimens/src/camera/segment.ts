/**
 * Places and lights are worked out at every eighth pixel and run straight between: over so short a way perspective
 * and distortion bend by less than a thousandth of a pixel.
 */
export const SEGMENT_PX = 8;
