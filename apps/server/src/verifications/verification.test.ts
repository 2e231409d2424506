import { readFileSync } from 'node:fs';
import { type NonEmpty, REASON_REGISTRY, type Reason } from '@vidimus/vocabulary';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Decision, takeDecision } from './decision.ts';
import { newStep, type StepName, stepsLeft } from './step.ts';
import {
  type Command,
  isOverdue,
  possibleCommands,
  type StateName,
  transition,
  type Verification,
} from './verification.ts';

const BASIS = { policy: { id: 'pol_1', version: 3 }, detectors: { 'document-outline': '4' }, inputs: ['a'] };
const APPEAL = { path: '/appeals/ver_1', lastDay: '2026-12-31' };
const LATER = '2026-12-01T10:00:00.000Z';
const START: Verification = {
  id: 'ver_1',
  steps: [newStep('document_front'), newStep('document_back')],
  decisions: [],
  expiresAt: '2026-11-30T00:00:00.000Z',
  state: 'created',
};

function reason(code: Reason['code']): Reason {
  const entry = REASON_REGISTRY.find((row) => row.code === code);
  if (entry === undefined) throw new Error(code);
  return {
    code,
    class: entry.class,
    disclosure: entry.disclosure,
    check: 'test',
    evidence: [{ measure: 'x', observed: 1 }],
  };
}
const decided = (outcome: Decision['outcome'], code: Reason['code'] = 'image_glare', input = 'a'): Decision => {
  const weighed =
    outcome === 'approved' ? { outcome, notes: [] } : { outcome, reasons: [reason(code)] as const, notes: [] };
  const taken = takeDecision(weighed, { kind: 'rule' }, { ...BASIS, inputs: [input] });
  if (!taken.ok) throw new Error(taken.error.code);
  return taken.value;
};
const decide = (decision: Decision, ask: readonly StepName[] = ['document_front']): Command => ({
  do: 'decide',
  decision,
  ask,
  appeal: APPEAL,
  expectedBy: LATER,
});
const submit = (...names: readonly StepName[]): Command => ({
  do: 'submit',
  attempts: Object.fromEntries(names.map((name, i) => [name, `att_${i}`])),
  expectedBy: LATER,
});
const human: NonEmpty<Reason> = [reason('review_required')];
const ours: NonEmpty<Reason> = [reason('provider_unavailable')];

function walk(...commands: readonly Command[]): Verification {
  return commands.reduce<Verification>((at, command) => {
    const next = transition(at, command);
    if (!next.ok) throw new Error(`${command.do} from ${at.state}: ${next.error.code}`);
    return next.value;
  }, START);
}
const both = submit('document_front', 'document_back');

describe('the ways', () => {
  test.each<readonly [string, readonly Command[], StateName]>([
    ['approved', [{ do: 'open' }, both, decide(decided('approved'))], 'approved'],
    ['asked again', [{ do: 'open' }, both, decide(decided('action_required'))], 'action_required'],
    ['asked again, and back', [{ do: 'open' }, both, decide(decided('action_required')), { do: 'return' }], 'open'],
    [
      'our fault, then by itself',
      [{ do: 'open' }, both, { do: 'delay', reasons: ours, expectedBy: LATER }, { do: 'take_up', expectedBy: LATER }],
      'processing',
    ],
    ['to a person', [{ do: 'open' }, both, decide(decided('in_review', 'review_required'))], 'in_review'],
    ['declined by a rule', [{ do: 'open' }, both, decide(decided('declined', 'age_below_minimum'))], 'declined'],
    [
      'declined and appealed',
      [
        { do: 'open' },
        both,
        decide(decided('declined', 'age_below_minimum')),
        { do: 'appeal', today: '2026-12-31', reasons: human, expectedBy: LATER },
      ],
      'in_review',
    ],
    [
      'approved, then new evidence',
      [{ do: 'open' }, both, decide(decided('approved')), { do: 'look_again', reasons: human, expectedBy: LATER }],
      'in_review',
    ],
    [
      'turned away before anything was taken',
      [{ do: 'turn_away', decision: decided('declined', 'residence_country_not_supported'), appeal: APPEAL }],
      'declined',
    ],
    ['run out and resumed', [{ do: 'open' }, { do: 'expire', now: LATER }, { do: 'resume', expiresAt: LATER }], 'open'],
    ['called off', [{ do: 'open' }, { do: 'cancel' }], 'cancelled'],
  ])('%s', (_, commands, state) => {
    expect(walk(...commands).state).toBe(state);
  });

  test('what the state does not allow is refused, with what it does allow', () => {
    expect(transition(START, { do: 'take_up', expectedBy: LATER })).toEqual({
      ok: false,
      error: {
        code: 'verification.not-from-here',
        command: 'take_up',
        state: 'created',
        possible: ['open', 'plan', 'turn_away', 'expire', 'cancel'],
        asked: ['document_front', 'document_back'],
      },
    });
  });

  test('the picture shows every way that there is, and no other', () => {
    const drawn = readFileSync(new URL('./verification.mermaid', import.meta.url), 'utf8');
    const arrows = [...drawn.matchAll(/^ +(\w+) --> (\w+): (\w+)$/gm)].map(
      ([, from, , command]) => `${from} ${command}`,
    );
    const states: readonly StateName[] = [
      'created',
      'open',
      'processing',
      'delayed',
      'in_review',
      'action_required',
      'approved',
      'declined',
      'expired',
      'cancelled',
    ];
    const possible = states.flatMap((state) => possibleCommands(state).map((command) => `${state} ${command}`));
    expect(new Set(arrows)).toEqual(new Set(possible));
  });
});

describe('steps', () => {
  test('only the named step is asked again, and costs one attempt', () => {
    const after = walk({ do: 'open' }, both, decide(decided('action_required'), ['document_back']));
    expect(after.steps).toMatchObject([
      { name: 'document_front', state: 'finished', used: 0 },
      { name: 'document_back', state: 'asked', used: 1 },
    ]);
  });
  test('a step that is finished stays so when the link runs out and is opened again', () => {
    const expire: Command = { do: 'expire', now: LATER };
    const after = walk({ do: 'open' }, both, decide(decided('action_required'), ['document_back']), expire, {
      do: 'resume',
      expiresAt: LATER,
    });
    expect(stepsLeft(after.steps)).toEqual(['document_back']);
  });
  test('a side that was not thought of is asked for the first time', () => {
    const only = { ...START, steps: [newStep('document_front')] as const };
    const asked = transition(only, { do: 'plan', need: ['document_back', 'consent'], drop: [] });
    expect(asked.ok && stepsLeft(asked.value.steps)).toEqual(['consent', 'document_front', 'document_back']);
  });
  test('a step that is not needed after all is dropped, unless it was tried', () => {
    const plan: Command = { do: 'plan', need: [], drop: ['document_back'] };
    expect(stepsLeft(walk(plan).steps)).toEqual(['document_front']);
    const tried = walk({ do: 'open' }, both, decide(decided('action_required')), plan);
    expect(tried.steps.map(({ name }) => name)).toEqual(['document_front', 'document_back']);
  });
  test('a step that the applicant takes once more is asked again, and costs no try', () => {
    const front = ['document_front'] as const;
    const after = walk({ do: 'open' }, both, decide(decided('action_required'), ['document_back']), {
      do: 'plan',
      need: [],
      drop: [],
      again: front,
    });
    expect(stepsLeft(after.steps)).toEqual(['document_front', 'document_back']);
    expect(after.steps.map(({ used }) => used)).toEqual([0, 1]);
  });
  test('our fault uses no attempt', () => {
    const after = walk(
      { do: 'open' },
      both,
      { do: 'delay', reasons: ours, expectedBy: LATER },
      { do: 'take_up', expectedBy: LATER },
    );
    expect(after.steps.map(({ used }) => used)).toEqual([0, 0]);
  });
  test.each<readonly [string, Command, string]>([
    ['a step that was not asked', submit('document_front', 'document_back', 'consent'), 'verification.step-not-asked'],
    ['half of what was asked', submit('document_front'), 'verification.steps-missing'],
  ])('%s is refused', (_, command, code) => {
    const refused = transition(walk({ do: 'open' }), command);
    expect(refused).toMatchObject({ ok: false, error: { code } });
  });
});

describe('refusals', () => {
  test('an appeal after its last day', () => {
    const declined = walk({ do: 'open' }, both, decide(decided('declined', 'age_below_minimum')));
    const late = transition(declined, { do: 'appeal', today: '2027-01-01', reasons: human, expectedBy: LATER });
    expect(late).toEqual({ ok: false, error: { code: 'verification.appeal-too-late', lastDay: '2026-12-31' } });
  });
  test('a delay for what is not our fault', () => {
    const refused = transition(walk({ do: 'open' }, both), { do: 'delay', reasons: human, expectedBy: LATER });
    expect(refused).toMatchObject({
      ok: false,
      error: { code: 'verification.not-our-fault', given: ['review_required'] },
    });
  });
  test('turning somebody away for what is no rule', () => {
    const decision = decided('action_required', 'image_glare');
    expect(transition(START, { do: 'turn_away', decision, appeal: APPEAL })).toEqual({
      ok: false,
      error: { code: 'verification.not-a-rule', given: ['image_glare'] },
    });
  });
  test('an expiry before its time', () => {
    expect(transition(walk({ do: 'open' }), { do: 'expire', now: START.expiresAt })).toMatchObject({ ok: false });
  });
});

describe('in any order of commands', () => {
  const negative = new Set<StateName>(['action_required', 'in_review', 'declined', 'delayed']);
  const commands = fc.constantFrom<Command>(
    { do: 'open' },
    { do: 'plan', need: ['document_back'], drop: [] },
    { do: 'plan', need: [], drop: ['document_back'] },
    { do: 'plan', need: [], drop: [], again: ['document_front'] },
    { do: 'turn_away', decision: decided('declined', 'residence_country_not_supported', 'c'), appeal: APPEAL },
    { do: 'turn_away', decision: decided('action_required', 'image_glare', 'd'), appeal: APPEAL },
    both,
    submit('document_front'),
    submit('document_back'),
    decide(decided('approved')),
    decide(decided('action_required')),
    decide(decided('action_required', 'document_expired', 'b'), ['document_back']),
    decide(decided('in_review', 'review_required')),
    decide(decided('in_review', 'provider_unavailable')),
    decide(decided('declined', 'age_below_minimum')),
    { do: 'delay', reasons: ours, expectedBy: LATER },
    { do: 'delay', reasons: human, expectedBy: LATER },
    { do: 'take_up', expectedBy: LATER },
    { do: 'return' },
    { do: 'appeal', today: '2026-12-01', reasons: human, expectedBy: LATER },
    { do: 'look_again', reasons: human, expectedBy: LATER },
    { do: 'expire', now: LATER },
    { do: 'resume', expiresAt: LATER },
    { do: 'cancel' },
  );
  const everyStep = (check: (before: Verification, command: Command, after: Verification) => void) =>
    fc.assert(
      fc.property(fc.array(commands, { maxLength: 40 }), (list) => {
        let at: Verification = { ...START };
        for (const command of list) {
          const next = transition(at, command);
          if (!next.ok) continue;
          check(at, command, next.value);
          at = next.value;
        }
      }),
      { numRuns: 500 },
    );

  test('every negative state has a reason with evidence, and a decline an appeal with its last day', () => {
    everyStep((_, __, after) => {
      if (negative.has(after.state)) {
        expect('reasons' in after && after.reasons.every(({ evidence }) => evidence.length > 0)).toBe(true);
      }
      if (after.state === 'declined') expect(after.appeal.lastDay).toMatch(/^\d{4}-\d{2}-\d{2}$/);
    });
  });
  test('every wait has a date, and is overdue after it', () => {
    everyStep((_, __, after) => {
      if (!['processing', 'delayed', 'in_review'].includes(after.state)) return;
      expect('expectedBy' in after && after.expectedBy).toBe(LATER);
      expect([isOverdue(after, LATER), isOverdue(after, '2026-12-02T00:00:00.000Z')]).toEqual([false, true]);
    });
  });
  test('our own fault and a doubt never end in a decline', () => {
    everyStep((_, __, after) => {
      if (after.state === 'declined')
        expect(after.reasons.some((each) => each.class === 'policy' || each.class === 'final')).toBe(true);
    });
  });
  test('a finished step is asked again only by a decision or a plan that names it', () => {
    everyStep((before, command, after) => {
      for (const step of before.steps.filter(({ state }) => state === 'finished')) {
        const now = after.steps.find(({ name }) => name === step.name);
        if (now?.state === 'finished') continue;
        const named = command.do === 'plan' ? command.again : command.do === 'decide' ? command.ask : [];
        expect(named).toContain(step.name);
      }
    });
  });
  test('attempts and decisions are only ever added, and deciding twice decides once', () => {
    everyStep((before, command, after) => {
      expect(after.decisions.slice(0, before.decisions.length)).toEqual(before.decisions);
      for (const step of before.steps.filter(({ attempts }) => attempts.length > 0)) {
        const now = after.steps.find(({ name }) => name === step.name);
        expect(now?.attempts.slice(0, step.attempts.length)).toEqual(step.attempts);
      }
      if (command.do === 'decide') expect(transition(after, command)).toEqual({ ok: true, value: after });
    });
  });

  /** As a code that did not arrive leaves it: nothing was tried, and nothing is on file. */
  const isOpen = ({ steps }: Verification) =>
    steps.some(({ name, attempts }) => name === 'contact_phone' && attempts.length === 0);
  const contactCommands = fc.oneof(
    commands,
    fc.constantFrom<Command>(
      { do: 'plan', need: ['contact_phone'], drop: [] },
      submit('contact_phone', 'document_front'),
      submit('contact_phone', 'document_front', 'document_back'),
      submit('contact_phone'),
      decide(decided('action_required', 'document_expired', 'e'), ['contact_phone']),
      decide(decided('action_required', 'code_not_accepted', 'f'), ['contact_phone', 'document_front']),
      decide(decided('in_review', 'review_required', 'g')),
    ),
  );
  const withContact: Verification = {
    ...START,
    steps: [newStep('contact_phone'), newStep('document_front'), newStep('document_back')],
  };

  test('a contact whose code never arrived keeps it open: nothing is judged, declined or counted for it', () => {
    fc.assert(
      fc.property(fc.array(contactCommands, { maxLength: 40 }), (list) => {
        let at: Verification = { ...withContact };
        for (const command of list) {
          // Against having been turned away: a person looks then, whatever was not asked any more.
          if (command.do === 'appeal') continue;
          const next = transition(at, command);
          if (!next.ok) continue;
          at = next.value;
          expect(at.steps.filter(({ name, used }) => name === 'contact_phone' && used > 0)).toEqual([]);
          if (!isOpen(at)) continue;
          expect(['created', 'open', 'expired', 'cancelled', 'declined']).toContain(at.state);
          // Turned away by a rule that was known before: the one decline that there may be.
          if (at.state === 'declined') {
            expect(at.reasons.map(({ code }) => code)).toEqual(['residence_country_not_supported']);
          }
        }
      }),
      { numRuns: 500 },
    );
  });

  test('what is still missing is named, the contact among it', () => {
    const opened = transition(withContact, { do: 'open' });
    expect(opened.ok && transition(opened.value, both)).toEqual({
      ok: false,
      error: { code: 'verification.steps-missing', missing: ['contact_phone'] },
    });
  });
});
