/** An approved check of a drawn passport, as it lies on file. The holder is fictional. */
import { type CheckLine, type CheckReport, type FieldName, REPORT_VERSION } from '@vidimus/vocabulary';

const VALUES: readonly (readonly [FieldName, string])[] = [
  ['document_number', 'L898902C3'],
  ['primary_identifier', 'ERIKSSON'],
  ['secondary_identifier', 'ANNA MARIA'],
  ['birth_date', '1994-08-12'],
  ['sex', 'F'],
  ['expiry_date', '2032-04-15'],
];

const READ = { confidence: 0.98, media_id: 'photo_1' } as const;

const passed = (check: string, ...evidence: Extract<CheckLine, { outcome: 'passed' }>['evidence']): CheckLine => ({
  check,
  outcome: 'passed',
  evidence,
});
const moot = (check: string, because: string): CheckLine => ({ check, outcome: 'not_applicable', because });

export const REPORT_ON_FILE: CheckReport = {
  vidimus_report: REPORT_VERSION,
  kind: 'check',
  locale: 'en',
  as_of: '2026-02-01',
  engine: { version: '0.1.0', models: [] },
  timings_ms: { total: 900 },
  outcome: 'approved',
  reasons: [],
  notes: [],
  checks: [
    moot('residence-accepted', 'the policy serves every country'),
    passed('sharp-enough', { measure: 'blur of the document', observed: 0.05, threshold: 0.18, media_id: 'photo_1' }),
    passed('free-of-glare', { measure: 'saturated share of the document', observed: 0, threshold: 0.002 }),
    passed('nothing-covers-document', { measure: 'covered share of the document', observed: 0, threshold: 0.01 }),
    passed('resolution-sufficient', { measure: 'resolution across the document', observed: 305, threshold: 150 }),
    passed('document-recognised', { measure: 'layout score', observed: 0.95, threshold: 0.5 }),
    passed('document-accepted', { measure: 'issuing state and type', observed: 'UTO passport (specimen)' }),
    passed(
      'fields-readable',
      ...VALUES.map(([field]) => ({ measure: 'reading confidence', observed: 0.98, threshold: 0.6, field })),
    ),
    passed('check-digits-hold', { measure: 'check digits that hold', observed: 5 }),
    passed('not-expired', { measure: 'date of expiry', observed: '2032-04-15', threshold: '2026-02-01' }),
    moot('valid-long-enough', 'the policy asks for no days left'),
    moot('old-enough', 'the policy sets no age'),
  ],
  document: {
    type: 'passport',
    issuing_state: 'UTO',
    score: 0.95,
    fields: VALUES.map(([field, value]) => ({
      field,
      value,
      agreement: 'agree',
      witnesses: [
        { witness: 'mrz', value, ...READ },
        { witness: 'visual_zone', value, ...READ },
      ],
    })),
  },
  photos: [
    {
      media_id: 'photo_1',
      width: 1600,
      height: 1200,
      pages: [
        {
          side: 'front',
          format: 'ID-2-or-ID-3',
          outline: null,
          text_lines: 20,
          quality: {
            blur_to_text_height: 0.05,
            glare_share: 0,
            covered_share: 0,
            mean_luma: 150,
            pixels_per_mm: 12,
            dpi: 304.8,
            chroma_deviation: 12,
            cut_off_edges: [],
            corners_visible: 4,
            recapture: 0,
          },
        },
      ],
    },
  ],
  policy: { name: 'Trying out', version: 1, operator: 'Example' },
};
