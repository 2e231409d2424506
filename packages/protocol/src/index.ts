export * from './applicant.ts';
export * from './ids.ts';
export * from './page.ts';
export * from './problem.ts';
export * from './reasons.ts';
export * from './reviews.ts';
export * from './verifications.ts';
