export * from './applicant.ts';
export * from './ids.ts';
export * from './people.ts';
export * from './reasons.ts';
export * from './reviews.ts';
export * from './verifications.ts';
