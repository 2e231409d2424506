import { expect, test } from 'vitest';
import { formLimit } from './form-limit.ts';

test.each([
  ['/verify/vat_x/photo/front', 16],
  ['/verify/vat_x/photo/back.data', 16],
  ['/verify/vat_x/photo/side', 0.0625],
  ['/verify/vat_x/photo/front/more', 0.0625],
  ['/desk/policies/pol_x', 2],
  ['/desk/organization.data', 2],
  ['/desk/sign-in', 0.0625],
  ['/nowhere', 0.0625],
])('a form to %s may have %d MB', (path, megabytes) => {
  expect(formLimit(path)).toBe(megabytes * 1024 * 1024);
});
