export * from './geometry.ts';
export * from './page.ts';
export * from './pixels.ts';
