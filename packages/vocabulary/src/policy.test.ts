import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { describePolicy } from './describe-policy.ts';
import { PRODUCTION_POLICY } from './policies/production.policy.ts';
import { TRY_OUT_POLICY } from './policies/try-out.policy.ts';
import { parsePolicy } from './policy-problem.ts';

const least = { vidimus_policy: 1, name: 'x', operator: 'y', documents: [{ states: 'all', types: ['passport'] }] };

const problemsOf = (value: unknown) => {
  const parsed = parsePolicy(value);
  return parsed.ok ? [] : parsed.error;
};

describe('the policies that ship', () => {
  test('the one for trying out accepts specimens and says so; the one for production refuses them and says so', () => {
    const words = (policy: typeof TRY_OUT_POLICY) =>
      describePolicy(policy)
        .flatMap(({ sentences }) => sentences)
        .join(' ');
    expect(TRY_OUT_POLICY.accept_specimens).toBe(true);
    expect(words(TRY_OUT_POLICY)).toContain('for trying out only');
    expect(PRODUCTION_POLICY.accept_specimens).toBe(false);
    expect(words(PRODUCTION_POLICY)).toContain('SPECIMEN are refused');
    expect(words(PRODUCTION_POLICY)).toContain('18 years');
  });

  test('they survive being written and read again', () => {
    for (const policy of [TRY_OUT_POLICY, PRODUCTION_POLICY]) {
      expect(parsePolicy(JSON.parse(JSON.stringify(policy)))).toEqual({ ok: true, value: policy });
    }
  });
});

describe('a policy that is wrong', () => {
  test.each<[string, unknown, readonly (string | number)[], RegExp]>([
    ['is no mapping', 'hello', [], /expected keys with values, found "hello"/],
    ['lacks its documents', { ...least, documents: undefined }, ['documents'], /expected a list, found nothing/],
    ['has an empty list', { ...least, documents: [] }, ['documents'], /at least 1 entry, found an empty list/],
    [
      'has an unknown document type',
      { ...least, documents: [{ states: 'all', types: ['pasport'] }] },
      ['documents', 0, 'types', 0],
      /one of "passport", .*found "pasport"/,
    ],
    [
      'has a country in two letters',
      { ...least, documents: [{ states: ['CR'], types: ['passport'] }] },
      ['documents', 0, 'states', 0],
      /three capital letters, .*found "CR"/,
    ],
    [
      'has a word for its states',
      { ...least, documents: [{ states: 'any', types: ['passport'] }] },
      ['documents', 0, 'states'],
      /expected "all" or a list, found "any"/,
    ],
    ['has a misspelt key', { ...least, minimun_age: 18 }, ['minimun_age'], /"minimum_age", perhaps/],
    ['has a key that no policy has', { ...least, colour: 'red' }, ['colour'], /one of vidimus_policy, name/],
    ['has a misspelt threshold', { ...least, thresholds: { dpi: 100 } }, ['thresholds', 'dpi'], /"dpi_min", perhaps/],
    [
      'has a misspelt key for telephones',
      { ...least, phone_countries: { acept: ['CRI'] } },
      ['phone_countries', 'acept'],
      /"accept", perhaps/,
    ],
    [
      'has a telephone country in two letters',
      { ...least, phone_countries: { refuse: ['CR'] } },
      ['phone_countries', 'refuse', 0],
      /three capital letters, .*found "CR"/,
    ],
    [
      'asks for one kind of contact twice',
      { ...least, contacts: [{ kind: 'phone' }, { kind: 'phone' }] },
      ['contacts'],
      /expected each kind of contact once/,
    ],
    [
      'has an unknown kind of contact',
      { ...least, contacts: [{ kind: 'fax' }] },
      ['contacts', 0, 'kind'],
      /one of "phone", "email"/,
    ],
    [
      'has a channel that no telephone has',
      { ...least, contacts: [{ kind: 'phone', channels: ['email'] }] },
      ['contacts', 0, 'channels', 0],
      /one of "sms", "call", "whatsapp", found "email"/,
    ],
    [
      'asks for an app, which nobody types',
      { ...least, contacts: [{ kind: 'push' }] },
      ['contacts', 0, 'kind'],
      /one of "phone", "email"/,
    ],
    [
      'has channels for an address',
      { ...least, contacts: [{ kind: 'email', channels: ['sms'] }] },
      ['contacts', 0, 'channels'],
      /no policy has/,
    ],
    [
      'has text for a number',
      { ...least, minimum_age: 'eighteen' },
      ['minimum_age'],
      /expected a number, found "eighteen"/,
    ],
    ['has a negative age', { ...least, minimum_age: -1 }, ['minimum_age'], /at least 0, found -1/],
    ['is of another version', { ...least, vidimus_policy: 2 }, ['vidimus_policy'], /expected 1, found 2/],
  ])('that %s is told where, what was expected and what was found', (_name, value, path, message) => {
    const [problem] = problemsOf(value);
    expect(problem?.path).toEqual(path);
    expect(problem?.message).toMatch(message);
  });

  test('every problem is told at once', () => {
    expect(problemsOf({ ...least, name: '', minimum_age: 200, colour: 'red' }).length).toBe(3);
  });

  test('any value at all is answered, never thrown at', () => {
    fc.assert(
      fc.property(fc.anything(), (value) => {
        expect(problemsOf(value).length).toBeGreaterThan(0);
      }),
    );
  });
});
