export type { ModelName } from './model-name.ts';
export { MODELS, type Model, type ModelSource } from './models.table.ts';
