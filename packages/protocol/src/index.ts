export * from './applicant.ts';
export * from './ids.ts';
export * from './reasons.ts';
export * from './report.ts';
export * from './reviews.ts';
export * from './verifications.ts';
