export * from './check-result.ts';
export * from './evidence.ts';
export * from './field-name.ts';
export * from './outcome.ts';
export * from './policy.ts';
export * from './reason-code.ts';
