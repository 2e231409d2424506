export * from './mrz-format.ts';
export * from './result.ts';
