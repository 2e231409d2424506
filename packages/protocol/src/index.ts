export * from './events.ts';
export * from './page.ts';
export * from './problem.ts';
export * from './webhooks.ts';
