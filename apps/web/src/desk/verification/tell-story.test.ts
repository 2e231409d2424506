import { describe, expect, test } from 'vitest';
import { tellFindings } from './tell-findings.server.ts';
import { deciderOf } from './tell-story.server.ts';

describe('whom the history names as the one who decided', () => {
  test.each([
    ['the rules', { kind: 'rule', id: null, name: null }, 'rule'],
    ['a provider', { kind: 'provider', id: 'registry', name: null }, 'provider'],
    ['a member, by name', { kind: 'person', id: 'mem_1', name: 'Rita' }, 'person'],
    ['a member whom this reader may not see', { kind: 'person', id: 'mem_1', name: null }, 'member'],
    ['an API key', { kind: 'person', id: 'key_1', name: null }, 'key'],
  ] as const)('%s', (_, by, decider) => {
    expect(deciderOf({ ...by, grounds: null })).toBe(decider);
  });
});

describe('the figures of a finding', () => {
  const figureOf = (evidence: object) => {
    const reason = {
      code: 'details_do_not_match',
      class: 'correct',
      disclosure: 'full',
      reviewer_message: '',
      message: '',
      policy_rules: [],
      evidence: [evidence],
    };
    return tellFindings([reason as never], [], 'en')[0]?.figures[0];
  };

  test('what was claimed stands beside the claim, and is not called a limit', () => {
    const sources = [
      { witness: 'claim', value: 'Ana Ruiz' },
      { witness: 'mrz', value: 'ANNA RUIZ' },
    ];
    const figure = figureOf({
      measure: 'claimed detail against the document',
      observed: 'ANNA RUIZ',
      threshold: 'Ana Ruiz',
      sources,
    });
    expect(figure).toMatchObject({ observed: 'ANNA RUIZ', threshold: undefined, sources });
  });

  test('a limit is one, and a share is told of a hundred', () => {
    const figure = figureOf({ measure: 'sharpness', observed: 0.25, threshold: 0.4, unit: 'share' });
    expect(figure).toMatchObject({ observed: '25%', threshold: '40%' });
  });
});
