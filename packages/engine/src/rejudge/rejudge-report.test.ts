import { checkReportSchema, type Policy } from '@vidimus/vocabulary';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { runChecks } from '../checks/index.ts';
import { buildSubject, type PhotoSpec, type SubjectSpec } from '../checks/testing/build-subject.ts';
import { areaOver } from '../checks/testing/places.ts';
import { policyOf } from '../checks/testing/policy-of.ts';
import { fieldsWith, printedAs, SPECIMEN_FIELDS } from '../checks/testing/specimen-fields.ts';
import { decide } from '../decision/index.ts';
import { buildCheckReport } from '../report/index.ts';
import { type RejudgedReport, rejudgeReport } from './rejudge-report.ts';

type Change = Readonly<Record<string, unknown>>;

/** The report of a subject under one policy, as it lies on file. */
function reportOf(spec: SubjectSpec, from: Policy) {
  const subject = buildSubject({ ...spec, policy: from });
  const results = runChecks(subject);
  const input = { subject, results, decision: decide(results, from), timings: {} };
  const report = buildCheckReport(input, { engine: { version: 'test', models: [] } });
  return checkReportSchema.parse(JSON.parse(JSON.stringify(report)));
}

function rejudged(spec: SubjectSpec, before: Change, after: Change): RejudgedReport {
  const [from, to] = [policyOf(before), policyOf(after)];
  const { residence } = spec;
  return rejudgeReport(reportOf(spec, from), { from, to, ...(residence === undefined ? {} : { residence }) });
}

const codesOf = ({ decision }: RejudgedReport) =>
  decision.outcome === 'approved' ? [] : decision.reasons.map(({ code }) => code);

const GLARE: PhotoSpec = { quality: { glare: [areaOver(0.2)] } };

describe('a report judged again', () => {
  test.each<[string, SubjectSpec, Change, Change, string, readonly string[]]>([
    ['the same policy', {}, {}, {}, 'approved', []],
    [
      'a residence that is refused now',
      { residence: 'CRI' },
      {},
      { residence: { refuse: ['CRI'] } },
      'declined',
      ['residence_country_not_supported'],
    ],
    ['a residence that is served now', { residence: 'CRI' }, { residence: { refuse: ['CRI'] } }, {}, 'approved', []],
    [
      'a type that is not accepted now',
      {},
      {},
      { documents: [{ states: 'all', types: ['visa'] }] },
      'action_required',
      ['document_not_accepted_by_policy'],
    ],
    [
      'specimens that are refused now',
      {},
      {},
      { accept_specimens: false },
      'action_required',
      ['document_not_accepted_by_policy'],
    ],
    ['an age that is not reached', {}, {}, { minimum_age: 60 }, 'declined', ['age_below_minimum']],
    ['an age that is reached now', {}, { minimum_age: 60 }, { minimum_age: 18 }, 'approved', []],
    ['days that are not left', {}, {}, { minimum_days_left: 900 }, 'action_required', ['document_expires_soon']],
    ['a person for everything', {}, {}, { review_every_approval: true }, 'in_review', ['review_required']],
    [
      'less light',
      { photos: [{ quality: { meanLuma: 100 } }] },
      {},
      { thresholds: { luma_min: 120 } },
      'action_required',
      ['image_lighting'],
    ],
    ['more dots', {}, {}, { thresholds: { dpi_min: 400 } }, 'action_required', ['image_resolution_low']],
    ['more colour', {}, {}, { thresholds: { chroma_deviation_min: 20 } }, 'action_required', ['image_not_colour']],
    [
      'glare that was too much',
      { photos: [GLARE] },
      {},
      { thresholds: { glare_share_max: 0.0005 } },
      'action_required',
      ['image_glare'],
    ],
    [
      'a card of which the back is wanted now',
      { kind: { type: 'identity_card' } },
      { require_both_sides: false },
      {},
      'action_required',
      ['document_side_missing'],
    ],
    [
      'a field with too little confidence now',
      { photos: [{ fields: fieldsWith({ document_number: { confidence: 0.7 } }), noMrz: true }] },
      {},
      { thresholds: { field_confidence_min: 0.8 } },
      'action_required',
      ['field_unreadable', 'machine_zone_unreadable'],
    ],
  ])('under %s', (_name, spec, before, after, outcome, codes) => {
    const again = rejudged(spec, before, after);
    expect(again.decision.outcome).toBe(outcome);
    expect(codesOf(again).filter((code) => outcome === 'approved' || codes.includes(code))).toEqual(codes);
  });

  test.each<[string, SubjectSpec, Change, Change, string]>([
    ['blur of single fields', {}, {}, { thresholds: { blur_to_text_height_max: 0.06 } }, 'sharp-enough'],
    [
      'light on single fields',
      { photos: [GLARE] },
      { thresholds: { field_hit_share_max: 0.9 } },
      { thresholds: { field_hit_share_max: 0.1 } },
      'free-of-glare',
    ],
    [
      'a difference that was under light',
      { photos: [{ ...GLARE, fields: printedAs('document_number', 'L898902D4') }] },
      {},
      { thresholds: { field_hit_share_max: 0.9 } },
      'zones-agree',
    ],
    [
      'whether a field is printed that nobody asked for',
      { photos: [{ fields: fieldsWith({ sex: null }) }] },
      {},
      { required_fields: ['sex'] },
      'required-fields-present',
    ],
    [
      'how surely a printed date was read',
      { photos: [{ fields: fieldsWith({ 'mrz:birth_date': null }), noMrz: true }] },
      {},
      { minimum_age: 60 },
      'old-enough',
    ],
  ])('%s is not on file, and the answer says so', (_name, spec, before, after, check) => {
    const again = rejudged(spec, before, after);
    expect(again.notReevaluated.map((one) => one.check)).toContain(check);
  });
});

const anyChange: fc.Arbitrary<Change> = fc.record(
  {
    residence: fc.constantFrom({}, { refuse: ['CRI'] }, { accept: ['CRI'] }),
    documents: fc.constantFrom(
      [{ states: 'all', types: ['passport', 'identity_card'] }],
      [{ states: ['FRA'], types: ['passport'] }],
      [{ states: 'all', types: ['visa'] }],
    ),
    accept_specimens: fc.boolean(),
    minimum_age: fc.constantFrom(10, 35, 36, 60),
    minimum_days_left: fc.constantFrom(0, 100, 684, 685, 900),
    required_fields: fc.constantFrom(
      [],
      ['sex', 'expiry_date'],
      ['birth_date'],
      ['document_number', 'birth_place'],
      ['nationality'],
    ),
    require_both_sides: fc.boolean(),
    review_every_approval: fc.boolean(),
    thresholds: fc.record(
      {
        blur_to_text_height_max: fc.constantFrom(0.04, 0.18, 0.5),
        glare_share_max: fc.constantFrom(0.0005, 0.002),
        field_hit_share_max: fc.constantFrom(0.1, 0.15, 0.5),
        covered_share_max: fc.constantFrom(0.0005, 0.01),
        luma_min: fc.constantFrom(60, 120),
        dpi_min: fc.constantFrom(150, 300, 400),
        chroma_deviation_min: fc.constantFrom(1.5, 20),
        field_confidence_min: fc.constantFrom(0.5, 0.8),
        recapture_hint_min: fc.constantFrom(0.05, 0.5),
      },
      { requiredKeys: [] },
    ),
  },
  { requiredKeys: [] },
);

const anyPhoto: fc.Arbitrary<PhotoSpec> = fc
  .record({
    fields: fc.constantFrom(
      SPECIMEN_FIELDS,
      [],
      fieldsWith({ birth_date: null }),
      fieldsWith({ expiry_date: null, sex: null }),
      fieldsWith({ 'visual_zone:birth_date': { value: '1974-08-XX' }, 'mrz:birth_date': null }),
      fieldsWith({ 'visual_zone:birth_date': { value: '1999-01-01', confidence: 0.7 } }),
      fieldsWith({ document_number: { confidence: 0.6 } }),
      printedAs('document_number', 'L898902D4'),
      printedAs('birth_date', '2031-01-01', 0.6),
      printedAs('nationality', 'QQQ', 0.6),
    ),
    quality: fc.record(
      {
        blurToTextHeight: fc.constantFrom(0.05, 0.2),
        glare: fc.constantFrom([], [areaOver(0.12)], [areaOver(0.3, 0.003)]),
        covered: fc.constantFrom([], [areaOver(0.2, 0.02)]),
        meanLuma: fc.constantFrom(50, 100, 150),
        chromaDeviation: fc.constantFrom(1, 12),
        recapture: fc.constantFrom(0.01, 0.1, 0.9),
      },
      { requiredKeys: [] },
    ),
    side: fc.constantFrom('front' as const, 'back' as const, 'unknown' as const),
    noMrz: fc.boolean(),
    documents: fc.constantFrom(1, 1, 1, 0),
  })
  .map((photo) => photo);

const anySpec: fc.Arbitrary<SubjectSpec> = fc.record({
  residence: fc.constantFrom('CRI', 'DEU'),
  kind: fc.record({
    type: fc.constantFrom('passport' as const, 'identity_card' as const, null),
    issuingState: fc.constantFrom('UTO', 'FRA', null),
  }),
  photos: fc.array(anyPhoto, { minLength: 1, maxLength: 2 }),
});

describe('for any photographs and any two policies', () => {
  test('what is judged again ends as the engine would end it with the photographs', () => {
    fc.assert(
      fc.property(anySpec, anyChange, anyChange, (spec, before, after) => {
        const again = rejudged(spec, before, after);
        const to = policyOf(after);
        const truth = runChecks(buildSubject({ ...spec, policy: to }));
        const left = new Set(again.notReevaluated.map(({ check }) => check));
        const told = (checks: typeof truth) =>
          checks
            .filter(({ check }) => !left.has(check))
            .map((one) => `${one.check} ${one.outcome} ${one.outcome === 'failed' ? one.code : ''}`);
        expect(told(again.checks)).toEqual(told(truth));
        if (left.size > 0) return;
        expect(again.decision.outcome).toBe(decide(truth, to).outcome);
      }),
      { numRuns: 200 },
    );
  });

  test('the same policy changes nothing and leaves nothing open', () => {
    fc.assert(
      fc.property(anySpec, anyChange, (spec, policy) => {
        const report = reportOf(spec, policyOf(policy));
        const again = rejudged(spec, policy, policy);
        expect(again.notReevaluated).toEqual([]);
        expect(again.decision.outcome).toBe(report.outcome);
        expect(codesOf(again)).toEqual(report.reasons.map(({ code }) => code));
      }),
    );
  });
});
