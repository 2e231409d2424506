export { decide } from './decide.ts';
export { reasonOf } from './reason-of.ts';
