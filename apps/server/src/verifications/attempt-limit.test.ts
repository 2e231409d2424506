import { type Reason, reasonEntry } from '@vidimus/vocabulary';
import { expect, test } from 'vitest';
import { whenNoTryIsLeft } from './attempt-limit.ts';
import { newStep, type StepName } from './step.ts';

function reason(code: Reason['code']): Reason {
  const { class: reasonClass, disclosure } = reasonEntry(code);
  return { code, class: reasonClass, disclosure, check: 'test', evidence: [{ measure: 'x', observed: 1 }] };
}

test.each<readonly [string, Reason['code'], readonly StepName[], number, readonly string[]]>([
  ['the fourth try leaves one', 'image_glare', ['document_front'], 3, []],
  ['the fifth leaves none', 'image_glare', ['document_front'], 4, ['attempt_limit_reached', 'image_glare']],
  ['a sixth neither', 'image_glare', ['document_front'], 5, ['attempt_limit_reached', 'image_glare']],
  ['tries at another step do not count', 'image_glare', ['document_back'], 4, []],
  ['what is not the picture’s fault costs no try', 'review_required', ['document_front'], 4, []],
])('%s', (_, code, ask, used, codes) => {
  const steps = [{ ...newStep('document_front'), used }, newStep('document_back')];
  const limited = whenNoTryIsLeft([reason(code)], steps, ask);
  expect((limited ?? []).map((each) => each.code)).toEqual(codes);
  if (limited !== undefined) expect(limited[0].evidence).toMatchObject([{ observed: used + 1, threshold: 5 }]);
});
