import type { Size } from './guidance.ts';

/** Frames are looked at with their long edge at most so long: outline and quality are measured on 640 px anyway. */
const LONGEST_FRAME = 1280;

/** The size in which a frame of the camera is looked at: never enlarged, the same proportions. */
export function frameSize({ width, height }: Size): Size {
  const scale = Math.min(1, LONGEST_FRAME / Math.max(width, height));
  return { width: Math.max(1, Math.round(width * scale)), height: Math.max(1, Math.round(height * scale)) };
}
