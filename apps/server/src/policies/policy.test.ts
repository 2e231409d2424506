import { type Policy, PRODUCTION_POLICY, TRY_OUT_POLICY } from '@vidimus/vocabulary';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { changePolicy, nameOf, type PolicyCommand, type PolicyHistory, versionIn } from './policy.ts';

const at = (minute: number) => new Date(Date.UTC(2026, 2, 1, 9, minute));

/** The versions after some commands, one a minute; refused ones change nothing. */
function after(commands: readonly PolicyCommand[]): PolicyHistory {
  let history: PolicyHistory = [];
  for (const [minute, command] of commands.entries()) {
    const changed = changePolicy(history, command, at(minute));
    if (changed.ok) history = changed.value;
  }
  return history;
}

const draft = (document: Policy = PRODUCTION_POLICY): PolicyCommand => ({ do: 'draft', document });
const publish: PolicyCommand = { do: 'publish' };
const archive: PolicyCommand = { do: 'archive' };
const statesOf = (history: PolicyHistory) => history.map(({ version, state }) => `${version} ${state}`);

test.each<[string, readonly PolicyCommand[], readonly string[]]>([
  ['a draft', [draft()], ['1 draft']],
  ['a draft that is replaced', [draft(), draft(TRY_OUT_POLICY)], ['1 draft']],
  ['a draft that is published', [draft(), publish], ['1 published']],
  ['a draft beside what is published', [draft(), publish, draft()], ['1 published', '2 draft']],
  ['publishing, which archives the one before', [draft(), publish, draft(), publish], ['1 archived', '2 published']],
  ['archiving, which leaves the draft', [draft(), publish, draft(), archive], ['1 archived', '2 draft']],
  ['a new version after archiving', [draft(), publish, archive, draft(), publish], ['1 archived', '2 published']],
])('after %s', (_name, commands, states) => {
  expect(statesOf(after(commands))).toEqual(states);
});

describe('what cannot be done is refused, and says what there is', () => {
  test.each<[string, readonly PolicyCommand[], PolicyCommand, unknown]>([
    ['publishing twice', [draft(), publish], publish, { code: 'policy.no-draft', newest: 1 }],
    ['archiving a draft', [draft()], archive, { code: 'policy.nothing-published', draft: 1 }],
    ['archiving twice', [draft(), publish, archive], archive, { code: 'policy.nothing-published', draft: null }],
  ])('%s', (_name, before, command, error) => {
    expect(changePolicy(after(before), command, at(9))).toEqual({ ok: false, error });
  });
});

test('a policy is called as its published version is, or else as its newest', () => {
  expect(nameOf(after([draft(), publish, draft(TRY_OUT_POLICY)]))).toBe(PRODUCTION_POLICY.name);
  expect(nameOf(after([draft(), draft(TRY_OUT_POLICY)]))).toBe(TRY_OUT_POLICY.name);
});

const anyCommands = fc.array(
  fc.oneof(
    fc.constant(publish),
    fc.constant(archive),
    fc.integer({ min: 1, max: 99 }).map((version) => draft({ ...PRODUCTION_POLICY, version, name: `n${version}` })),
  ),
  { maxLength: 30 },
);

describe('whatever is done', () => {
  test('versions count up from 1, and the number in the document is the version', () => {
    fc.assert(
      fc.property(anyCommands, (commands) => {
        const history = after(commands);
        expect(history.map(({ version }) => version)).toEqual(history.map((_one, index) => index + 1));
        for (const { version, document } of history) expect(document.version).toBe(version);
      }),
    );
  });

  test('at most one is published; at most one is a draft, and that is the last', () => {
    fc.assert(
      fc.property(anyCommands, (commands) => {
        const history = after(commands);
        expect(history.filter(({ state }) => state === 'published').length).toBeLessThanOrEqual(1);
        const drafts = history.filter(({ state }) => state === 'draft');
        expect(drafts.every((one) => one === history.at(-1))).toBe(true);
      }),
    );
  });

  test('what was published once says the same for ever, and never becomes a draft again', () => {
    fc.assert(
      fc.property(anyCommands, anyCommands, (before, more) => {
        const earlier = after(before);
        const later = after([...before, ...more]);
        for (const one of earlier.filter(({ state }) => state !== 'draft')) {
          const now = later[one.version - 1];
          expect(now?.document).toEqual(one.document);
          expect(now?.state).toBe(one.state === 'archived' ? 'archived' : now?.state);
          expect(now?.state).not.toBe('draft');
        }
      }),
    );
  });

  test('publishing succeeds exactly when there is a draft', () => {
    fc.assert(
      fc.property(anyCommands, (commands) => {
        const history = after(commands);
        expect(changePolicy(history, publish, at(59)).ok).toBe(versionIn(history, 'draft') !== undefined);
      }),
    );
  });
});
