export type { ModelName } from './model-name.ts';
export { MODELS, type Model, type ModelSource, RECOGNITION_CHARACTERS } from './models.table.ts';
