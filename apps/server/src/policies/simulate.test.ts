import { type CheckReport, checkReportSchema, type Policy, policySchema, TRY_OUT_POLICY } from '@vidimus/vocabulary';
import { expect, test } from 'vitest';
import { REPORT_ON_FILE } from './report-on-file.fixture.ts';
import { type JudgedReport, simulate } from './simulate.ts';

const policyOf = (change: Readonly<Record<string, unknown>>): Policy =>
  policySchema.parse({ ...TRY_OUT_POLICY, ...change });

const stored = (change: Partial<JudgedReport> = {}): JudgedReport => ({
  verificationId: 'ver_1',
  policy: { id: 'pol_1', version: 1 },
  residence: 'CRI',
  decided: { outcome: 'approved', by: 'rule' },
  report: REPORT_ON_FILE,
  under: TRY_OUT_POLICY,
  ...change,
});

test('the report of these tests is one that the engine could have written', () => {
  expect(checkReportSchema.parse(REPORT_ON_FILE)).toEqual(REPORT_ON_FILE);
});

test.each<[string, Readonly<Record<string, unknown>>, string, readonly string[]]>([
  ['nothing', {}, 'approved', []],
  ['an age that the holder has not reached', { minimum_age: 40 }, 'declined', ['age_below_minimum']],
  ['a residence that is refused', { residence: { refuse: ['CRI'] } }, 'declined', ['residence_country_not_supported']],
  ['specimens', { accept_specimens: false }, 'action_required', ['document_not_accepted_by_policy']],
  ['more dots', { thresholds: { dpi_min: 320 } }, 'action_required', ['image_resolution_low']],
  ['a person for everything', { review_every_approval: true }, 'in_review', ['review_required']],
])('a draft that changes %s', (_name, change, outcome, codes) => {
  const { verifications, different, uncertain } = simulate([stored()], policyOf(change));
  const [one] = verifications;
  expect(one?.had).toEqual({ outcome: 'approved', reason_codes: [] });
  expect(one?.would_have).toEqual({ outcome, reason_codes: codes });
  expect(one?.reasons_added).toEqual(codes);
  expect({ different, uncertain }).toEqual({ different: outcome === 'approved' ? 0 : 1, uncertain: 0 });
});

test('a reason that falls away is told, and who decided stays told', () => {
  const evidence: [{ measure: string; observed: string; facts: { country: string } }] = [
    { measure: 'declared country of residence', observed: 'CRI', facts: { country: 'CRI' } },
  ];
  const report: CheckReport = {
    ...REPORT_ON_FILE,
    outcome: 'declined',
    reasons: [
      {
        code: 'residence_country_not_supported',
        number: 2,
        class: 'policy',
        disclosure: 'full',
        check: 'residence-accepted',
        heading: 'x',
        message: 'x',
        reviewer_message: 'x',
        operator_message: 'x',
        evidence,
      },
    ],
    checks: REPORT_ON_FILE.checks.map((one) =>
      one.check === 'residence-accepted'
        ? { check: one.check, outcome: 'failed', code: 'residence_country_not_supported', evidence }
        : one,
    ),
  };
  const under = policyOf({ residence: { refuse: ['CRI'] } });
  const [one] = simulate(
    [stored({ report, under, decided: { outcome: 'approved', by: 'person' } })],
    TRY_OUT_POLICY,
  ).verifications;
  expect(one).toMatchObject({
    decided: { outcome: 'approved', by: 'person' },
    had: { outcome: 'declined' },
    would_have: { outcome: 'approved' },
    differs: true,
    reasons_removed: ['residence_country_not_supported'],
  });
});

test('what is not on file is named, and the answer counts as uncertain', () => {
  const draft = policyOf({ thresholds: { blur_to_text_height_max: 0.1 }, phone_countries: { refuse: ['CRI'] } });
  const { verifications, uncertain } = simulate([stored()], draft);
  expect(uncertain).toBe(1);
  expect(verifications[0]?.not_reevaluated).toContainEqual({
    check: 'phone-country-accepted',
    because: 'the country of the phone number is not on file',
    might_raise: 'contact_country_not_supported',
  });
  expect(verifications[0]?.not_reevaluated.map(({ check }) => check)).toContain('sharp-enough');
});

test('nothing of a holder is in the answer', () => {
  const drafts = [policyOf({ minimum_age: 40 }), policyOf({ thresholds: { dpi_min: 320 } }), TRY_OUT_POLICY];
  const said = JSON.stringify(drafts.map((draft) => simulate([stored()], draft)));
  for (const { value } of REPORT_ON_FILE.document.fields) expect(said).not.toContain(value);
});
