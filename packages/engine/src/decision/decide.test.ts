import {
  type CheckResult,
  type Evidence,
  type Policy,
  policySchema,
  REASON_CODES,
  type ReasonCode,
  reasonEntry,
} from '@vidimus/vocabulary';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { decide } from './decide.ts';

const policy: Policy = policySchema.parse({
  vidimus_policy: 1,
  name: 'test',
  operator: 'Example',
  documents: [{ states: 'all', types: ['passport'] }],
});
const seen: Evidence = { measure: 'share', observed: 0.2, threshold: 0.1 };

const failed = (code: ReasonCode, check: string = code, evidence: Evidence = seen): CheckResult => ({
  check,
  outcome: 'failed',
  code,
  evidence: [evidence],
});
const passed: CheckResult = { check: 'not-expired', outcome: 'passed', evidence: [] };
const unclear: CheckResult = {
  check: 'zones-agree',
  outcome: 'inconclusive',
  because: 'two readings',
  evidence: [seen],
};
const blind: CheckResult = { check: 'check-digits-hold', outcome: 'not_performed', because: 'no zone was read' };
const moot: CheckResult = { check: 'sides-agree', outcome: 'not_applicable', because: 'one side only' };

const codesOf = (results: readonly CheckResult[]) => {
  const decision = decide(results, policy);
  return decision.outcome === 'approved' ? [] : decision.reasons.map((reason) => reason.code);
};

describe('the outcome', () => {
  test.each<[string, readonly CheckResult[], string, readonly ReasonCode[]]>([
    ['all passed', [passed, moot], 'approved', []],
    ['nothing was checked', [], 'in_review', ['review_required']],
    ['nothing was applicable', [moot], 'in_review', ['review_required']],
    ['a blurry photo', [passed, failed('image_blurry')], 'action_required', ['image_blurry']],
    [
      'a residence that is refused',
      [failed('residence_country_not_supported')],
      'declined',
      ['residence_country_not_supported'],
    ],
    ['a human reason alone', [passed, failed('machine_zone_mismatch')], 'in_review', ['machine_zone_mismatch']],
    ['our fault', [passed, failed('provider_unavailable')], 'in_review', ['provider_unavailable']],
    ['an inconclusive check', [passed, unclear], 'in_review', ['review_required']],
    ['a check that could not look', [passed, blind], 'in_review', ['review_required']],
    [
      'a check that could not look because of the photo',
      [blind, failed('image_glare')],
      'action_required',
      ['image_glare'],
    ],
    ['a final reason from a machine', [failed('screening_confirmed_match')], 'in_review', ['review_required']],
    [
      'a hint alone',
      [passed, failed('document_not_original')],
      'in_review',
      ['document_not_original', 'review_required'],
    ],
    [
      'a hint beside a photo fault',
      [failed('document_not_original'), failed('image_blurry')],
      'action_required',
      ['image_blurry', 'document_not_original', 'review_required'],
    ],
    [
      'a hint beside another sign',
      [failed('document_not_original'), failed('image_not_colour')],
      'action_required',
      ['image_not_colour', 'document_not_original'],
    ],
    [
      'a mixture, the easiest to mend first',
      [failed('machine_zone_mismatch'), failed('document_expired'), failed('image_glare')],
      'action_required',
      ['image_glare', 'document_expired', 'machine_zone_mismatch'],
    ],
    [
      'a policy reason leads, as it makes the rest useless',
      [failed('image_glare'), failed('age_below_minimum')],
      'declined',
      ['age_below_minimum', 'image_glare'],
    ],
  ])('of %s', (_name, results, outcome, codes) => {
    expect(decide(results, policy).outcome).toBe(outcome);
    expect(codesOf(results)).toEqual(codes);
  });

  test('evidence of one code from several checks becomes one reason, without repeats', () => {
    const other: Evidence = { ...seen, field: 'expiry_date' };
    const decision = decide([failed('image_glare'), failed('image_glare', 'b', other), failed('image_glare')], policy);
    expect(decision.outcome === 'approved' ? [] : decision.reasons.map((reason) => reason.evidence)).toEqual([
      [seen, other],
    ]);
  });

  test('a review says which check was unclear, and why', () => {
    const decision = decide([passed, unclear], policy);
    expect(decision.outcome === 'approved' ? undefined : decision.reasons[0].evidence[0].facts).toMatchObject({
      check: 'zones-agree',
      because: 'two readings',
    });
  });

  test('a policy that has every approval reviewed approves nothing by itself', () => {
    expect(decide([passed], { ...policy, review_every_approval: true }).outcome).toBe('in_review');
  });

  test('a passed check may leave a note, which changes nothing', () => {
    const close: Evidence = { measure: 'dpi', observed: 180, threshold: 200, facts: { note: 'image_resolution_low' } };
    const decision = decide([{ check: 'large-enough', outcome: 'passed', evidence: [close] }], policy);
    expect(decision.outcome).toBe('approved');
    expect(decision.notes.map((note) => note.code)).toEqual(['image_resolution_low']);
  });
});

const anyEvidence: fc.Arbitrary<Evidence> = fc.record({ measure: fc.constantFrom('a', 'b'), observed: fc.integer() });
const anyResult: fc.Arbitrary<CheckResult> = fc.oneof(
  fc.record({
    check: fc.constant('c'),
    outcome: fc.constant('passed' as const),
    evidence: fc.array(anyEvidence, { maxLength: 2 }),
  }),
  fc.record({
    check: fc.constant('c'),
    outcome: fc.constant('failed' as const),
    code: fc.constantFrom(...REASON_CODES),
    evidence: fc.tuple(anyEvidence),
  }),
  fc.record({
    check: fc.constant('c'),
    outcome: fc.constant('inconclusive' as const),
    because: fc.string(),
    evidence: fc.tuple(anyEvidence),
  }),
  fc.record({
    check: fc.constant('c'),
    outcome: fc.constantFrom('not_applicable' as const, 'not_performed' as const),
    because: fc.string(),
  }),
);

describe('for any results', () => {
  test('only a policy reason declines', () => {
    fc.assert(
      fc.property(fc.array(anyResult), (results) => {
        const policyFailed = results.some(
          (one) => one.outcome === 'failed' && reasonEntry(one.code).class === 'policy',
        );
        expect(decide(results, policy).outcome === 'declined').toBe(policyFailed);
      }),
    );
  });

  test('approved means that something passed, and nothing failed, was unclear or was not looked at', () => {
    fc.assert(
      fc.property(fc.array(anyResult), (results) => {
        const passedOnly =
          results.some((one) => one.outcome === 'passed') &&
          results.every((one) => one.outcome === 'passed' || one.outcome === 'not_applicable');
        expect(decide(results, policy).outcome === 'approved').toBe(passedOnly);
      }),
    );
  });

  test('every reason is registered, once, with evidence; no finding is lost; order does not matter', () => {
    fc.assert(
      fc.property(fc.array(anyResult), (results) => {
        const decision = decide(results, policy);
        if (decision.outcome === 'approved') return;
        const codes = decision.reasons.map((reason) => reason.code);
        expect(new Set(codes).size).toBe(codes.length);
        for (const reason of decision.reasons) {
          expect(reason.class).toBe(reasonEntry(reason.code).class);
          expect(reason.class).not.toBe('final');
          expect(reason.evidence.length).toBeGreaterThan(0);
        }
        for (const result of results) {
          if (result.outcome !== 'failed') continue;
          expect(codes.includes(result.code) || codes.includes('review_required')).toBe(true);
        }
        const mirrored = decide(results.toReversed(), policy);
        expect(mirrored.outcome).toBe(decision.outcome);
        expect(mirrored.outcome === 'approved' ? [] : mirrored.reasons.map((reason) => reason.code)).toEqual(codes);
      }),
    );
  });
});
