import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { describeNeeds } from './describe-needs.ts';
import { describePolicy } from './describe-policy.ts';
import { FIELD_NAMES } from './field-name.ts';
import { PRODUCTION_POLICY } from './policies/production.policy.ts';
import { TRY_OUT_POLICY } from './policies/try-out.policy.ts';
import { type Policy, policySchema } from './policy.ts';
import { practiceStatement } from './practice-statement.ts';
import { readingGrade } from './reading-grade.fixture.ts';
import { LOCALES, type Locale } from './texts/catalogue.ts';

const policyOf = (change: Readonly<Record<string, unknown>> = {}): Policy =>
  policySchema.parse({ ...PRODUCTION_POLICY, minimum_age: undefined, ...change });
const linesOf = (policy: Policy, locale: Locale = 'en') =>
  describeNeeds(policy, locale).sections.flatMap(({ heading, sentences }) => [heading, ...sentences]);

describe('what an applicant needs', () => {
  test.each<[string, Readonly<Record<string, unknown>>, string]>([
    ['nothing about countries', {}, 'You can live in any country.'],
    ['countries', { residence: { accept: ['CRI', 'DEU'] } }, 'in one of these countries: Costa Rica or Germany.'],
    [
      'a country that is refused',
      { residence: { refuse: ['CRI'] } },
      'cannot apply if you live in one of these: Costa',
    ],
    ['an age', { minimum_age: 18 }, 'You must be at least 18 years old.'],
    [
      'telephones',
      { phone_countries: { accept: ['UKR'] } },
      'phone number must be from one of these countries: Ukraine.',
    ],
    [
      'telephones refused',
      { phone_countries: { refuse: ['UKR'] } },
      'phone number cannot be from one of these: Ukraine.',
    ],
    [
      'a telephone number to confirm',
      { contacts: [{ kind: 'phone' }] },
      'You need a phone at hand: we send a code to its number.',
    ],
    ['an e-mail address to confirm', { contacts: [{ kind: 'email' }] }, 'You need an e-mail address that you can open'],
    ['days left', { minimum_days_left: 1 }, 'good for at least 1 more day.'],
    ['one side', { require_both_sides: false }, 'one side is enough'],
    ['a person', { review_every_approval: true }, 'A person looks at it before we say yes.'],
    ['specimens', { accept_specimens: true }, 'This is a trial'],
  ])('where the policy says %s', (_name, change, line) => {
    expect(linesOf(policyOf(change)).join(' ')).toContain(line);
  });

  test('documents are told by the state that issues them, and a state only where its rule decides', () => {
    const documents = [
      { states: ['DEU', 'CRI'], types: ['identity_card', 'passport'] },
      { states: ['CRI', 'UKR'], types: ['driving_licence'] },
      { states: 'all', types: ['passport'] },
      { states: ['FRA'], types: ['visa'] },
    ];
    const told = describeNeeds(policyOf({ documents })).sections[1]?.sentences;
    expect(told).toEqual([
      'From Germany or Costa Rica: an identity card or a passport.',
      'From Ukraine: a driving licence.',
      'From any other country: a passport.',
    ]);
    const closed = linesOf(policyOf({ documents: documents.slice(0, 1) }));
    expect(closed).toContain('We do not accept documents of other countries.');
  });

  test('sides are told of what is accepted alone', () => {
    const passport = linesOf(policyOf({ documents: [{ states: 'all', types: ['passport'] }] })).join(' ');
    expect(passport).toContain('Of a passport');
    expect(passport).not.toContain('a card');
  });
});

const anyPolicy = fc
  .record({
    documents: fc.array(
      fc.record({
        states: fc.oneof(
          fc.constant('all'),
          fc.uniqueArray(fc.constantFrom('CRI', 'DEU', 'UKR', 'UTO'), { minLength: 1 }),
        ),
        types: fc.uniqueArray(fc.constantFrom('passport', 'identity_card', 'visa', 'residence_permit'), {
          minLength: 1,
        }),
      }),
      { minLength: 1, maxLength: 4 },
    ),
    residence: fc.record({ refuse: fc.uniqueArray(fc.constantFrom('CRI', 'DEU')) }),
    phone_countries: fc.option(fc.record({ refuse: fc.uniqueArray(fc.constantFrom('CRI', 'DEU')) }), {
      nil: undefined,
    }),
    contacts: fc.option(fc.constantFrom([{ kind: 'phone' }], [{ kind: 'email' }, { kind: 'phone' }]), {
      nil: undefined,
    }),
    minimum_age: fc.option(fc.integer({ min: 0, max: 120 }), { nil: undefined }),
    minimum_days_left: fc.integer({ min: 0, max: 400 }),
    required_fields: fc.uniqueArray(fc.constantFrom(...FIELD_NAMES), { maxLength: 3 }),
    require_both_sides: fc.boolean(),
  })
  .map(policyOf);

describe.each(LOCALES)('in %s', (locale) => {
  test('every policy is told whole: no empty sentence, no placeholder left', () => {
    fc.assert(
      fc.property(anyPolicy, (policy) => {
        for (const line of linesOf(policy, locale)) expect(line).toMatch(/^[^{}]*[^{} ]$/);
      }),
    );
  });
});

test('the English sentences are plain: every one of reading grade 8 or less', () => {
  const asked = {
    contacts: [{ kind: 'phone' }, { kind: 'email' }],
    residence: { accept: ['CRI'], refuse: ['DEU'] },
    phone_countries: { accept: ['CRI'], refuse: ['DEU'] },
  };
  const policies = [
    PRODUCTION_POLICY,
    TRY_OUT_POLICY,
    policyOf({ ...asked, minimum_age: 18, minimum_days_left: 30, review_every_approval: true }),
    policyOf({ require_both_sides: false, documents: [{ states: ['CRI'], types: ['identity_card'] }] }),
  ];
  const grades = policies.flatMap((policy) => linesOf(policy)).map((line) => ({ line, grade: readingGrade(line) }));
  // Headings are no sentences; the names of documents and fields are what they are.
  const told = grades.filter(
    ({ line }) => line.endsWith('.') && !line.startsWith('From') && !line.startsWith('It must show'),
  );
  expect(told.length).toBeGreaterThan(20);
  expect(told.filter(({ grade }) => grade > 8)).toEqual([]);
});

test('an auditor reads of telephones what the policy says', () => {
  const said = describePolicy(policyOf({ phone_countries: { accept: ['CRI'], refuse: ['DEU'] } })).flatMap(
    ({ sentences }) => sentences,
  );
  expect(said).toContain('Telephone numbers of these countries are taken: Costa Rica.');
  expect(said).toContain('Those of these are refused: Germany.');
});

test.each<readonly [string, object, readonly string[]]>([
  [
    'one way',
    { kind: 'phone', channels: ['sms'] },
    ['Applicants confirm a telephone number with a code that is sent to it, by SMS.'],
  ],
  [
    'ways that are taken by themselves',
    { kind: 'phone', channels: ['sms', 'call'], by_itself: true },
    [
      'Applicants confirm a telephone number with a code that is sent to it, by SMS or phone call.',
      'Where a code does not arrive, the next of these ways is taken without asking.',
    ],
  ],
  ['mail', { kind: 'email' }, ['Applicants confirm an e-mail address with a code that is sent to it.']],
])('an auditor reads of a contact with %s', (_name, rule, sentences) => {
  const told = describePolicy(policyOf({ contacts: [rule] })).find(({ heading }) => heading === 'How they are reached');
  expect(told?.sentences).toEqual(sentences);
});

test('a practice statement names every rule of the schema with its value, defaults included', () => {
  const policy = policyOf({ minimum_age: 21, phone_countries: { refuse: ['CRI'] } });
  const { rules } = practiceStatement(policy);
  const { thresholds, ...top } = policySchema.shape;
  const named = ['vidimus_policy', 'name', 'version', 'description', 'operator'];
  const keys = Object.keys(top).filter((key) => !named.includes(key));
  const limits = Object.keys(thresholds.unwrap().shape);
  expect(rules.map(({ pointer }) => pointer).toSorted()).toEqual(
    [...keys.map((key) => `/${key}`), ...limits.map((key) => `/thresholds/${key}`)].toSorted(),
  );
  expect(rules.find(({ pointer }) => pointer === '/minimum_age')?.value).toBe(21);
  expect(rules.find(({ pointer }) => pointer === '/thresholds/dpi_min')?.value).toBe(150);
  expect(rules.find(({ pointer }) => pointer === '/review_every_approval')?.value).toBeNull();
  for (const { meaning } of rules) expect(meaning).toMatch(/\.$/);
});
