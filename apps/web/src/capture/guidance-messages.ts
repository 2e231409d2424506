/** What the page and its worker say to each other. */
import type { LivePreview } from '@vidimus/engine/live';
import type { Size } from './guidance.ts';

/** One frame, already scaled; the worker owns it from then on and closes it. */
export type FrameMessage = { readonly bitmap: ImageBitmap };

/** What was seen in it. `workMs` is the worker's own time. */
export type PreviewMessage = { readonly preview: LivePreview; readonly frame: Size; readonly workMs: number };
