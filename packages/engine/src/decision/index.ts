export { decide } from './decide.ts';
export { type FailedCheck, reasonOf } from './reason-of.ts';
