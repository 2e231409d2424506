/**
 * The door for a browser's camera preview: outline and quality without models. It imports nothing but this package's
 * pixel loops.
 */

export { type LivePreview, previewPhoto } from './photo/preview-photo.ts';
