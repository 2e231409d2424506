import { type CheckOutcome, type Policy, policySchema, type ReasonCode, reasonEntry } from '@vidimus/vocabulary';
import { describe, expect, test } from 'vitest';
import { CHECKS } from './checks.table.ts';
import { runChecks } from './run-checks.ts';
import { areaOver, buildSubject, FIELD_PLACE, fieldsWith, quad, type SubjectSpec } from './testing/build-subject.ts';

const card: SubjectSpec['kind'] = { type: 'identity_card', issuingState: 'FRA' };
const td1 = { format: 'TD1' } as const;
const licence: SubjectSpec['kind'] = { type: 'driving_licence', issuingState: 'AUS' };
const unusable = { code: 'file.not-usable', why: 'empty', observed: '0 bytes' } as const;
const policyOf = (change: object): Partial<Policy> =>
  policySchema.parse({
    vidimus_policy: 1,
    name: 'test',
    operator: 'Example',
    documents: [{ states: 'all', types: ['passport', 'identity_card', 'driving_licence'] }],
    accept_specimens: true,
    ...change,
  });
const mrzDigit = (outcome: 'failed' | 'not_performed') => ({
  checkDigits: [{ of: 'document_number', outcome, expected: '6', observed: '7' } as const],
});
const backLines = ['12 GARDEN STREET', 'AMAUROT UT 40211', 'PLACE OF BIRTH'].map((text) => ({
  text,
  confidence: 0.9,
  region: FIELD_PLACE,
}));
const blurred = { blurToTextHeight: 0.4 };
const print = (field: string, value: string, confidence = 0.98) =>
  fieldsWith({ [`visual_zone:${field}`]: { value, confidence } });
const onlyPrint = (changes: Parameters<typeof fieldsWith>[0]) =>
  fieldsWith(changes).filter(({ witness }) => witness === 'visual_zone');
const onlyBirth = (value: string, confidence = 0.98) =>
  print('birth_date', value, confidence).filter(({ field }) => field === 'birth_date');

type Row = readonly [check: string, fact: string, spec: SubjectSpec, outcome: CheckOutcome, code?: ReasonCode];

const ROWS: readonly Row[] = [
  ['file-usable', 'a file that opens', {}, 'passed'],
  ['file-usable', 'an empty file', { photos: [{ unusable }] }, 'failed', 'file_not_usable'],
  ['file-usable', 'no photo at all', { photos: [] }, 'not_performed'],
  ['document-found', 'a document', {}, 'passed'],
  ['document-found', 'an empty table', { photos: [{ documents: 0 }] }, 'failed', 'document_not_found'],
  ['document-found', 'only files that do not open', { photos: [{ unusable }] }, 'not_performed'],
  ['whole-document-visible', 'four corners', {}, 'passed'],
  [
    'whole-document-visible',
    'an edge outside',
    { photos: [{ quality: { cutOffEdges: ['left'], cornersVisible: 2 } }] },
    'failed',
    'document_cut_off',
  ],
  ['whole-document-visible', 'no outline', { photos: [{ page: { outlineFound: false } }] }, 'inconclusive'],
  ['whole-document-visible', 'no document', { photos: [{ documents: 0 }] }, 'not_performed'],
  ['nothing-covers-document', 'a clear document', {}, 'passed'],
  [
    'nothing-covers-document',
    'a finger over a field',
    { photos: [{ quality: { covered: [areaOver(0.5)] } }] },
    'failed',
    'document_covered',
  ],
  [
    'nothing-covers-document',
    'a finger beside the fields',
    { photos: [{ quality: { covered: [areaOver(0.05)] } }] },
    'passed',
  ],
  ['free-of-glare', 'no light', {}, 'passed'],
  [
    'free-of-glare',
    'light over a field',
    { photos: [{ quality: { glare: [areaOver(0.3)] } }] },
    'failed',
    'image_glare',
  ],
  [
    'free-of-glare',
    'light over the sleeve',
    { photos: [{ quality: { glare: [areaOver(0, 0.02)] } }] },
    'failed',
    'image_glare',
  ],
  [
    'free-of-glare',
    'light over a field that is missing, beside those that were read',
    { photos: [{ fields: fieldsWith({ 'visual_zone:expiry_date': null }), quality: { glare: [areaOver(0)] } }] },
    'failed',
    'image_glare',
  ],
  [
    'free-of-glare',
    'light below a label without a value',
    {
      photos: [
        {
          fields: fieldsWith({ 'visual_zone:expiry_date': null }),
          visualZone: { labelsWithoutValue: [{ field: 'expiry_date', region: quad(400, 300, 500, 320) }] },
          quality: { glare: [{ quad: quad(390, 320, 540, 360), share: 0.001, strength: 250 }] },
        },
      ],
    },
    'failed',
    'image_glare',
  ],
  ['free-of-glare', 'no document', { photos: [{ documents: 0 }] }, 'not_performed'],
  ['sharp-enough', 'a sharp text', {}, 'passed'],
  ['sharp-enough', 'a blurred text', { photos: [{ quality: blurred }] }, 'failed', 'image_blurry'],
  [
    'sharp-enough',
    'a blurred field',
    { photos: [{ quality: { blurMap: { columns: 1, rows: 1, values: Float32Array.of(0.3) } } }] },
    'failed',
    'image_blurry',
  ],
  ['well-lit', 'even light', {}, 'passed'],
  ['well-lit', 'dusk', { photos: [{ quality: { meanLuma: 30 } }] }, 'failed', 'image_lighting'],
  ['well-lit', 'a flash', { photos: [{ quality: { meanLuma: 240 } }] }, 'failed', 'image_lighting'],
  ['resolution-sufficient', '305 dpi', {}, 'passed'],
  ['resolution-sufficient', '180 dpi, with a note', { photos: [{ quality: { widthPx: 886 } }] }, 'passed'],
  ['resolution-sufficient', '100 dpi', { photos: [{ quality: { widthPx: 492 } }] }, 'failed', 'image_resolution_low'],
  [
    'resolution-sufficient',
    'as many dots on a smaller document',
    { photos: [{ quality: { widthPx: 620 }, mrz: { format: 'TD2' } }] },
    'passed',
  ],
  [
    'resolution-sufficient',
    'a document that the frame cuts, along its whole edge',
    {
      photos: [{ quality: { widthPx: 700, cutOffEdges: ['right'] }, page: { outline: quad(0, 0, 700, 700) } }],
    },
    'passed',
  ],
  ['in-colour', 'colours', {}, 'passed'],
  ['in-colour', 'a grey copy', { photos: [{ quality: { chromaDeviation: 0.5 } }] }, 'failed', 'image_not_colour'],
  [
    'in-colour',
    'dusk, in which colours fade',
    { photos: [{ quality: { chromaDeviation: 0.9, meanLuma: 20 } }] },
    'not_performed',
  ],
  ['original-document', 'the document itself', {}, 'passed'],
  ['original-document', 'a screen', { photos: [{ quality: { recapture: 0.9 } }] }, 'failed', 'document_not_original'],
  ['right-side', 'one photo, nothing asked', {}, 'not_applicable'],
  ['right-side', 'the side asked', { photos: [{ asked: 'front' }] }, 'passed'],
  ['right-side', 'the other side', { photos: [{ asked: 'back' }] }, 'failed', 'document_wrong_side'],
  ['right-side', 'the same side twice', { kind: card, photos: [{}, {}] }, 'failed', 'document_wrong_side'],
  [
    'right-side',
    'the back before the front',
    { kind: card, photos: [{ side: 'back', mrz: td1 }, { noMrz: true }] },
    'passed',
  ],
  [
    'right-side',
    'the same print twice, whatever side it is',
    {
      kind: card,
      photos: [
        { side: 'unknown', visualZone: { lines: backLines } },
        { side: 'unknown', visualZone: { lines: backLines } },
      ],
    },
    'failed',
    'document_wrong_side',
  ],
  ['right-side', 'the page of a passport twice', { photos: [{}, {}] }, 'not_applicable'],
  ['right-side', 'a side that cannot be told', { photos: [{ asked: 'front', side: 'unknown' }] }, 'not_performed'],
  ['all-sides-present', 'a passport', {}, 'not_applicable'],
  [
    'all-sides-present',
    'both sides of a card',
    {
      kind: card,
      photos: [
        { noMrz: true, page: { format: 'ID-1' } },
        { side: 'back', mrz: td1, page: { format: 'ID-1' } },
      ],
    },
    'passed',
  ],
  [
    'all-sides-present',
    'the front of a card alone',
    { kind: card, photos: [{ noMrz: true, page: { format: 'ID-1' } }] },
    'failed',
    'document_side_missing',
  ],
  [
    'all-sides-present',
    'the back of a card alone',
    { kind: card, photos: [{ side: 'back', mrz: td1 }] },
    'failed',
    'document_side_missing',
  ],
  [
    'all-sides-present',
    'a card with the zone on its front',
    { kind: card, photos: [{ mrz: { format: 'TD2' } }] },
    'failed',
    'document_side_missing',
  ],
  ['all-sides-present', 'a licence of a state without a zone', { kind: licence }, 'failed', 'document_side_missing'],
  [
    'all-sides-present',
    'one side, where the policy asks for one',
    { kind: licence, policy: policyOf({ require_both_sides: false }) },
    'not_applicable',
  ],
  [
    'all-sides-present',
    'a licence with the bar code on its back',
    { kind: { ...licence, issuingState: 'USA' } },
    'failed',
    'document_side_missing',
  ],
  ['all-sides-present', 'a kind that is not known', { kind: { type: null } }, 'not_performed'],
  ['one-document-only', 'one document', {}, 'passed'],
  ['one-document-only', 'two documents', { photos: [{ documents: 2 }] }, 'failed', 'document_multiple'],
  ['document-recognised', 'a passport', {}, 'passed'],
  [
    'document-recognised',
    'an unknown layout',
    { kind: { type: null, score: 0.2 } },
    'failed',
    'document_not_recognised',
  ],
  ['document-accepted', 'an accepted type', {}, 'passed'],
  ['document-accepted', 'a type that is not', { kind: { type: 'visa' } }, 'failed', 'document_not_accepted_by_policy'],
  [
    'document-accepted',
    "Utopia's in production",
    { policy: policyOf({ accept_specimens: false }) },
    'failed',
    'document_not_accepted_by_policy',
  ],
  [
    'document-accepted',
    'a mark SPECIMEN in production',
    {
      policy: policyOf({ accept_specimens: false }),
      kind: { issuingState: 'FRA' },
      photos: [{ visualZone: { marks: ['SPECIMEN'] } }],
    },
    'failed',
    'document_not_accepted_by_policy',
  ],
  [
    'document-accepted',
    'a state that was not read, where states matter',
    { policy: policyOf({ documents: [{ states: ['FRA'], types: ['passport'] }] }), kind: { issuingState: null } },
    'not_performed',
  ],
  ['fields-readable', 'clear fields', {}, 'passed'],
  [
    'fields-readable',
    'an unsure number',
    {
      photos: [
        { fields: fieldsWith({ 'mrz:document_number': null, document_number: { confidence: 0.3 } }), noMrz: true },
      ],
    },
    'failed',
    'field_unreadable',
  ],
  [
    'fields-readable',
    'a label without a value',
    {
      photos: [
        {
          fields: fieldsWith({ 'mrz:birth_date': null, birth_date: null }),
          visualZone: { labelsWithoutValue: [{ field: 'birth_date', region: FIELD_PLACE }] },
        },
      ],
    },
    'failed',
    'field_unreadable',
  ],
  ['fields-readable', 'no field at all', { photos: [{ fields: [] }] }, 'not_performed'],
  ['fields-readable', 'a policy that needs none', { policy: policyOf({ required_fields: [] }) }, 'not_applicable'],
  [
    'fields-readable',
    'a name that no witness read',
    { photos: [{ fields: fieldsWith({ 'mrz:primary_identifier': null, primary_identifier: null }) }] },
    'failed',
    'field_unreadable',
  ],
  ['required-fields-present', 'all fields', {}, 'passed'],
  [
    'required-fields-present',
    'a name that no witness read is never absent',
    { photos: [{ fields: fieldsWith({ 'mrz:primary_identifier': null, primary_identifier: null }) }] },
    'not_performed',
  ],
  [
    'required-fields-present',
    'no date of expiry',
    { photos: [{ fields: fieldsWith({ 'mrz:expiry_date': null, expiry_date: null }) }] },
    'failed',
    'field_absent',
  ],
  [
    'required-fields-present',
    'no date of expiry on a blurred photo',
    { photos: [{ fields: fieldsWith({ 'mrz:expiry_date': null, expiry_date: null }), quality: blurred }] },
    'not_performed',
  ],
  ['machine-zone-readable', 'a zone', {}, 'passed'],
  [
    'machine-zone-readable',
    'a passport without its zone',
    { photos: [{ noMrz: true }] },
    'failed',
    'machine_zone_unreadable',
  ],
  ['machine-zone-readable', 'an Australian licence', { kind: licence, photos: [{ noMrz: true }] }, 'not_applicable'],
  [
    'machine-zone-readable',
    'a card whose back is missing',
    { kind: card, photos: [{ noMrz: true, page: { format: 'ID-1' } }] },
    'not_performed',
  ],
  ['machine-zone-readable', 'no document', { photos: [{ documents: 0 }] }, 'not_performed'],
  ['check-digits-hold', 'digits that hold', {}, 'passed'],
  [
    'check-digits-hold',
    'a digit that does not',
    { photos: [{ mrz: mrzDigit('failed') }] },
    'failed',
    'mrz_check_digit_failed',
  ],
  [
    'check-digits-hold',
    'a digit that does not, under blur',
    { photos: [{ mrz: mrzDigit('failed'), quality: blurred }] },
    'not_performed',
  ],
  [
    'check-digits-hold',
    'a digit that does not, in a zone hardly read',
    {
      photos: [
        { mrz: { ...mrzDigit('failed'), characters: [[{ character: 'B', confidence: 0.2, alternatives: [] }]] } },
      ],
    },
    'inconclusive',
  ],
  [
    'check-digits-hold',
    'a digit that cannot be read',
    { photos: [{ mrz: mrzDigit('not_performed') }] },
    'not_performed',
  ],
  ['check-digits-hold', 'no zone', { kind: licence, photos: [{ noMrz: true }] }, 'not_applicable'],
  ['script-readable', 'Latin letters', {}, 'passed'],
  [
    'script-readable',
    'Georgian alone',
    { photos: [{ fields: [], visualZone: { unreadScripts: ['Geor'] } }] },
    'failed',
    'script_not_readable',
  ],
  [
    'script-readable',
    'a guess at Georgian letters between fields that were read well',
    {
      kind: { issuingState: 'GEO' },
      photos: [
        {
          fields: onlyPrint({ primary_identifier: { value: 'goodg', confidence: 0.3 }, secondary_identifier: null }),
          visualZone: { unreadScripts: ['Zzzz'] },
        },
      ],
    },
    'failed',
    'script_not_readable',
  ],
  ['script-readable', 'Georgian beside a zone', { photos: [{ visualZone: { unreadScripts: ['Geor'] } }] }, 'passed'],
  ['not-expired', 'its last day', { asOf: '2012-04-15' }, 'passed'],
  ['not-expired', 'the day after', { asOf: '2012-04-16' }, 'failed', 'document_expired'],
  [
    'not-expired',
    'the day after, under light',
    { asOf: '2012-04-16', photos: [{ quality: { glare: [areaOver(0.5)] } }] },
    'not_performed',
  ],
  [
    'not-expired',
    'the day after, hardly read',
    {
      asOf: '2012-04-16',
      photos: [{ noMrz: true, fields: fieldsWith({ 'mrz:expiry_date': null, expiry_date: { confidence: 0.7 } }) }],
    },
    'inconclusive',
  ],
  [
    'not-expired',
    'a month without its day',
    {
      asOf: '2012-04-16',
      photos: [{ fields: fieldsWith({ 'mrz:expiry_date': { value: '2012-04-XX' }, expiry_date: null }) }],
    },
    'inconclusive',
  ],
  [
    'not-expired',
    'a document without the field',
    {
      policy: policyOf({ required_fields: [] }),
      photos: [{ fields: fieldsWith({ 'mrz:expiry_date': null, expiry_date: null }) }],
    },
    'not_applicable',
  ],
  ['not-expired', 'a required field not read', { photos: [{ fields: [] }] }, 'not_performed'],
  ['valid-long-enough', 'no days asked', {}, 'not_applicable'],
  ['valid-long-enough', 'enough days', { policy: policyOf({ minimum_days_left: 90 }) }, 'passed'],
  [
    'valid-long-enough',
    'too few days',
    { policy: policyOf({ minimum_days_left: 90 }), asOf: '2012-04-01' },
    'failed',
    'document_expires_soon',
  ],
  [
    'valid-long-enough',
    'expired already',
    { policy: policyOf({ minimum_days_left: 90 }), asOf: '2013-04-01' },
    'not_applicable',
  ],
  [
    'not-voided',
    'a hole',
    { photos: [{ quality: { holes: [{ quad: quad(500, 300, 540, 340), share: 0.002, strength: 230 }] } }] },
    'failed',
    'document_voided_or_damaged',
  ],
  ['not-voided', 'no mark', {}, 'passed'],
  ['not-voided', 'VOID', { photos: [{ visualZone: { marks: ['VOID'] } }] }, 'failed', 'document_voided_or_damaged'],
  ['data-possible', 'a life', {}, 'passed'],
  ['data-possible', 'a birth to come', { asOf: '1970-01-01' }, 'failed', 'document_data_impossible'],
  [
    'data-possible',
    '30 February',
    { photos: [{ fields: fieldsWith({ 'mrz:birth_date': { value: '1974-02-30' } }) }] },
    'failed',
    'document_data_impossible',
  ],
  [
    'data-possible',
    'an unknown day',
    { photos: [{ fields: fieldsWith({ birth_date: { value: '1974-02-XX' } }) }] },
    'passed',
  ],
  [
    'data-possible',
    '30 February hardly read',
    { photos: [{ noMrz: true, fields: fieldsWith({ birth_date: { value: '1974-02-30', confidence: 0.5 } }) }] },
    'inconclusive',
  ],
  [
    'data-possible',
    '30 February in print, where the zone has a day that exists',
    { photos: [{ fields: print('birth_date', '1974-02-30') }] },
    'passed',
  ],
  [
    'data-possible',
    'an issue to come, hardly read and not required',
    {
      photos: [
        {
          fields: [
            ...fieldsWith({}),
            { field: 'issue_date', value: '2031-01-01', witness: 'visual_zone', confidence: 0.6 },
          ],
        },
      ],
    },
    'passed',
  ],
  [
    'data-possible',
    '30 February under blur',
    { photos: [{ quality: blurred, fields: fieldsWith({ birth_date: { value: '1974-02-30' } }) }] },
    'not_performed',
  ],
  [
    'data-possible',
    'a state that does not exist',
    { photos: [{ fields: fieldsWith({ nationality: { value: 'QQQ' } }) }] },
    'failed',
    'document_data_impossible',
  ],
  ['old-enough', 'no age asked', {}, 'not_applicable'],
  ['old-enough', 'the birthday itself', { policy: policyOf({ minimum_age: 18 }), asOf: '1992-08-12' }, 'passed'],
  [
    'old-enough',
    'the day before',
    { policy: policyOf({ minimum_age: 18 }), asOf: '1992-08-11' },
    'failed',
    'age_below_minimum',
  ],
  [
    'old-enough',
    'the day before, under light',
    { policy: policyOf({ minimum_age: 18 }), asOf: '1992-08-11', photos: [{ quality: { glare: [areaOver(1)] } }] },
    'not_performed',
  ],
  [
    'old-enough',
    'no date of birth',
    { policy: policyOf({ minimum_age: 18, required_fields: [] }), photos: [{ fields: [] }] },
    'not_performed',
  ],
  ['residence-accepted', 'a policy for all', { residence: 'CRI' }, 'not_applicable'],
  [
    'residence-accepted',
    'a country served',
    { residence: 'CRI', policy: policyOf({ residence: { accept: ['CRI'] } }) },
    'passed',
  ],
  [
    'residence-accepted',
    'a country refused',
    { residence: 'CRI', policy: policyOf({ residence: { refuse: ['CRI'] } }) },
    'failed',
    'residence_country_not_supported',
  ],
  [
    'residence-accepted',
    'no country declared',
    { policy: policyOf({ residence: { accept: ['CRI'] } }) },
    'not_performed',
  ],
  ['sides-agree', 'one side', {}, 'not_applicable'],
  ['sides-agree', 'two sides of one card', { kind: card, photos: [{}, { side: 'back' }] }, 'passed'],
  [
    'sides-agree',
    'sides of two cards',
    {
      kind: card,
      photos: [
        {},
        {
          side: 'back',
          fields: fieldsWith({
            document_number: { value: 'X1234567' },
            'mrz:document_number': { value: 'X1234567' },
            'mrz:birth_date': { value: '1990-01-01' },
            'mrz:expiry_date': { value: '2011-01-01' },
            'mrz:primary_identifier': { value: 'SMITH' },
            'mrz:sex': { value: 'M' },
            'mrz:nationality': { value: 'FRA' },
          }).filter(({ witness }) => witness === 'mrz'),
        },
      ],
    },
    'failed',
    'sides_mismatch',
  ],
  ['zones-agree', 'the same twice', {}, 'passed'],
  [
    'zones-agree',
    'another birth',
    { photos: [{ fields: print('birth_date', '1974-08-13') }] },
    'failed',
    'machine_zone_mismatch',
  ],
  [
    'zones-agree',
    'another birth, under light, beside a number that agrees',
    { photos: [{ fields: print('birth_date', '1974-08-13'), quality: { glare: [areaOver(0.5)] } }] },
    'passed',
  ],
  [
    'zones-agree',
    'another birth, hardly read, beside a number that agrees',
    { photos: [{ fields: print('birth_date', '1974-08-13', 0.5) }] },
    'passed',
  ],
  [
    'zones-agree',
    'nothing but another birth, under light',
    { photos: [{ fields: onlyBirth('1974-08-13'), quality: { glare: [areaOver(0.5)] } }] },
    'not_performed',
  ],
  [
    'zones-agree',
    'nothing but another birth, hardly read',
    { photos: [{ fields: onlyBirth('1974-08-13', 0.5) }] },
    'inconclusive',
  ],
  [
    'zones-agree',
    'another number',
    { photos: [{ fields: print('document_number', 'L891702F3') }] },
    'failed',
    'machine_zone_mismatch',
  ],
  [
    'zones-agree',
    'a number with one letter misread',
    { photos: [{ fields: print('document_number', 'L898902K3') }] },
    'passed',
  ],
  [
    'zones-agree',
    'a number with its neighbour',
    { photos: [{ fields: print('document_number', 'L898902C3AMB') }] },
    'passed',
  ],
  [
    'zones-agree',
    'a name without its marks',
    {
      photos: [
        {
          fields: fieldsWith({
            'visual_zone:primary_identifier': { value: 'GOTZ' },
            'mrz:primary_identifier': { value: 'GOETZ' },
          }),
        },
      ],
    },
    'passed',
  ],
  [
    'zones-agree',
    'a name that is printed in Cyrillic, too',
    { kind: { issuingState: 'UKR' }, photos: [{ fields: print('primary_identifier', 'OHEKCAH') }] },
    'passed',
  ],
  [
    'zones-agree',
    'a number that stands in print without its label',
    {
      photos: [
        {
          fields: fieldsWith({}).filter(({ witness }) => witness === 'mrz'),
          visualZone: { lines: [{ text: 'No. L898902C3', confidence: 0.95, region: FIELD_PLACE }] },
        },
      ],
    },
    'passed',
  ],
  [
    'zones-agree',
    'another name',
    { photos: [{ fields: print('primary_identifier', 'SMITH') }] },
    'failed',
    'machine_zone_mismatch',
  ],
  [
    'zones-agree',
    'O for 0 in a number that its digit confirms',
    { photos: [{ fields: print('document_number', 'L8989O2C3') }] },
    'passed',
  ],
  [
    'zones-agree',
    'a nationality of which three letters were read',
    { photos: [{ fields: print('nationality', 'NAM') }] },
    'passed',
  ],
  ['zones-agree', 'an unknown day', { photos: [{ fields: print('birth_date', '1974-08-XX') }] }, 'passed'],
  [
    'zones-agree',
    'Ö and OE',
    {
      photos: [
        {
          fields: fieldsWith({
            'visual_zone:primary_identifier': { value: 'Götz' },
            'mrz:primary_identifier': { value: 'GOETZ' },
          }),
        },
      ],
    },
    'passed',
  ],
  [
    'zones-agree',
    'code alone',
    { photos: [{ fields: fieldsWith({}).filter(({ witness }) => witness === 'mrz') }] },
    'not_performed',
  ],
  [
    'zones-agree',
    'print alone',
    { photos: [{ fields: fieldsWith({}).filter(({ witness }) => witness !== 'mrz') }] },
    'not_applicable',
  ],
  ['name-matches-claim', 'no claim', {}, 'not_applicable'],
  ['name-matches-claim', 'the name', { claims: { name: 'Anna Maria Eriksson' } }, 'passed'],
  ['name-matches-claim', 'another name', { claims: { name: 'John Smith' } }, 'failed', 'name_mismatch'],
  ['name-matches-claim', 'a part of the name', { claims: { name: 'Anna Eriksson' } }, 'inconclusive'],
  [
    'name-matches-claim',
    'another name, under blur',
    { claims: { name: 'John Smith' }, photos: [{ quality: blurred }] },
    'not_performed',
  ],
  ['name-spelling-settled', 'a Latin spelling', {}, 'not_applicable'],
  [
    'name-spelling-settled',
    'Cyrillic alone',
    { photos: [{ fields: [{ field: 'primary_identifier', value: 'Шевченко', witness: 'visual_zone' }] }] },
    'failed',
    'name_spelling_unconfirmed',
  ],
  [
    'name-spelling-settled',
    'Cyrillic, and a spelling chosen',
    {
      claims: { name: 'Shevchenko' },
      photos: [{ fields: [{ field: 'primary_identifier', value: 'Шевченко', witness: 'visual_zone' }] }],
    },
    'passed',
  ],
  ['name-spelling-settled', 'no name', { photos: [{ fields: [] }] }, 'not_performed'],
  ['details-match-claim', 'no claim', {}, 'not_applicable'],
  ['details-match-claim', 'the birth', { claims: { birth_date: '1974-08-12' } }, 'passed'],
  [
    'details-match-claim',
    'another birth',
    { claims: { birth_date: '1974-08-13' } },
    'failed',
    'claimed_detail_mismatch',
  ],
  ['details-match-claim', 'a detail that was not read', { claims: { personal_number: '1' } }, 'not_performed'],
];

describe.each(ROWS.map(([name, fact, spec, outcome, code]) => ({ name, fact, spec, outcome, code })))(
  '$name: $fact',
  ({ name, spec, outcome, code }) => {
    test(code === undefined ? outcome : `${outcome} as ${code}`, () => {
      const check = CHECKS.find((one) => one.name === name);
      const result = check?.run(buildSubject(spec));
      expect(result?.outcome).toBe(outcome);
      if (result?.outcome === 'failed') expect(result.code).toBe(code);
    });
  },
);

test('a clear photo of a good document raises nothing', () => {
  const outcomes = runChecks(buildSubject()).map(({ check, outcome }) => [check, outcome]);
  expect(outcomes.filter(([, outcome]) => outcome !== 'passed' && outcome !== 'not_applicable')).toEqual([]);
});

test('without a document nothing that depends on one fails', () => {
  const failed = runChecks(buildSubject({ photos: [{ documents: 0 }] })).filter(({ outcome }) => outcome === 'failed');
  expect(failed.map(({ check }) => check)).toEqual(['document-found']);
});

test('glare over a field names the field and its place in the photo', () => {
  const fields = [{ field: 'expiry_date', value: '2012-04-15', region: FIELD_PLACE } as const];
  const results = runChecks(buildSubject({ photos: [{ fields, quality: { glare: [areaOver(0.4)] } }] }));
  const glare = results.find(({ check }) => check === 'free-of-glare');
  expect(glare).toMatchObject({
    outcome: 'failed',
    evidence: [
      {
        field: 'expiry_date',
        observed: 0.4,
        threshold: 0.15,
        media_id: 'photo_1',
        region: {
          corners: [
            [100, 100],
            [300, 100],
            [300, 120],
            [100, 120],
          ],
        },
      },
    ],
  });
});

test('each check is listed once, has rows here, and raises only codes that the engine may raise', () => {
  const names = CHECKS.map(({ name }) => name);
  expect(new Set(names).size).toBe(names.length);
  expect(names.filter((name) => !ROWS.some(([row]) => row === name))).toEqual([]);
  for (const [, , , , code] of ROWS) if (code) expect(reasonEntry(code).raisedBy).toBe('engine');
});

test('every failed result tells what was measured, what was seen and where it comes from', () => {
  for (const [, , spec] of ROWS) {
    for (const result of runChecks(buildSubject(spec))) {
      if (result.outcome !== 'failed') continue;
      for (const { measure, observed } of result.evidence) {
        expect(measure).not.toBe('');
        expect(observed).not.toBeUndefined();
      }
    }
  }
});
