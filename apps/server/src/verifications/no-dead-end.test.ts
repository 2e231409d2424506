/** The promise, walked: wherever a verification may stand that is not an approval, its applicant is told why, and what comes next. */
import {
  LOCALES,
  type Locale,
  type NonEmpty,
  REASON_REGISTRY,
  type Reason,
  renderReason,
  TRY_OUT_POLICY,
} from '@vidimus/vocabulary';
import { describe, expect, test } from 'vitest';
import { type DecidedBy, takeDecision } from './decision.ts';
import type { OwnFacts } from './own-facts.ts';
import { presentToApplicant } from './present-own.ts';
import { newStep } from './step.ts';
import type { StoredVerification } from './stored-verification.ts';
import { type Command, possibleCommands, type StateName, transition, type Verification } from './verification.ts';

const LATER = '2026-12-01T10:00:00.000Z';
const NOW = new Date('2026-11-26T10:00:00Z');
const APPEAL = { path: '/v1/applicant/appeal', lastDay: '2026-12-31' };
const START: Verification = {
  id: 'ver_01J9ZKQW4E0000000000000000',
  steps: [newStep('consent'), newStep('details'), newStep('document_front')],
  decisions: [],
  expiresAt: '2026-11-30T00:00:00.000Z',
  state: 'created',
};
const BY: readonly DecidedBy[] = [
  { kind: 'rule' },
  { kind: 'person', memberId: 'mem_1', grounds: 'Compared by hand.' },
  { kind: 'provider', name: 'register' },
];
const REASONS = REASON_REGISTRY.map(({ code, class: reasonClass, disclosure }): Reason => {
  const evidence = [{ measure: 'share', observed: 0.4, threshold: 0.2, media_id: 'med_1' }] as const;
  return { code, class: reasonClass, disclosure, check: 'test', evidence: [...evidence] };
});

/** What may be wanted at that place, for one reason; what the rules refuse is left out by walking. */
function wanted(reason: Reason, round: number): readonly Command[] {
  const reasons: NonEmpty<Reason> = [reason];
  const waiting = { expectedBy: LATER, reasons } as const;
  const basis = { policy: { id: 'pol_1', version: 1 }, detectors: {}, inputs: [`round ${round}`] };
  const decisions = BY.flatMap((by) =>
    (['approved', 'action_required', 'in_review', 'declined'] as const).flatMap((outcome) => {
      const weighed = outcome === 'approved' ? { outcome, notes: [] } : { outcome, reasons, notes: [] };
      const taken = takeDecision(weighed, by, basis);
      return taken.ok ? [taken.value] : [];
    }),
  );
  const attempts = { consent: `att_c${round}`, details: `att_d${round}`, document_front: `att_f${round}` };
  return [
    { do: 'open' },
    { do: 'submit', attempts, expectedBy: LATER },
    { do: 'submit', attempts: { document_front: attempts.document_front }, expectedBy: LATER },
    ...decisions.flatMap((decision): Command[] => [
      { do: 'decide', decision, ask: ['document_front'], appeal: APPEAL, expectedBy: LATER },
      { do: 'turn_away', decision, appeal: APPEAL },
    ]),
    { do: 'delay', ...waiting },
    { do: 'take_up', expectedBy: LATER },
    { do: 'return' },
    { do: 'appeal', today: '2026-12-31', ...waiting },
    { do: 'look_again', ...waiting },
    { do: 'expire', now: LATER },
    { do: 'resume', expiresAt: LATER },
    { do: 'cancel' },
  ];
}

/** Every place that can be reached for that reason in so many commands, one of each kind. */
function placesFor(reason: Reason): readonly Verification[] {
  const found = new Map<string, Verification>([[nameOf(START), START]]);
  let edge: readonly Verification[] = [START];
  for (let round = 0; round < LONGEST_WALK; round += 1) {
    const next = edge.flatMap((place) =>
      wanted(reason, round).flatMap((command) => {
        const moved = transition(place, command);
        return moved.ok && !found.has(nameOf(moved.value)) ? [moved.value] : [];
      }),
    );
    for (const place of next) found.set(nameOf(place), place);
    edge = next;
  }
  return [...found.values()];
}
const LONGEST_WALK = 7;

function nameOf(place: Verification): string {
  const reasons = 'reasons' in place ? place.reasons.map(({ code }) => code) : [];
  return JSON.stringify([place.state, reasons, place.steps.map(({ state }) => state)]);
}

function shown(verification: Verification, locale: Locale) {
  const stored: StoredVerification = {
    verification,
    organizationId: 'org_1',
    mode: 'live',
    applicant: { id: 'app_1', reference: null },
    policy: { id: 'pol_1', version: 1 },
    residence: null,
    locale,
    returnUrl: null,
    claims: {},
    knownContacts: {},
    contacts: [],
    redaction: 'none',
    redactAt: null,
    createdAt: NOW,
    updatedAt: NOW,
    decidedAt: null,
    decisionRows: [],
  };
  return presentToApplicant(stored, TRY_OUT_POLICY, NOTHING, {
    link: 'apply',
    opens: 'all',
    mayHandOff: true,
    now: NOW,
  });
}

const NOTHING: OwnFacts = {
  attempts: [],
  looks: new Map(),
  instead: new Map(),
  report: undefined,
  consent: undefined,
  details: undefined,
  statements: [],
  troubles: [],
  handOffOpenedAt: null,
  handOffNumbers: [],
  contacts: [],
};

/** What an applicant has a right to, there. */
const OWED = { action_required: 'action', in_review: 'date', delayed: 'date', declined: 'appeal' } as const;

const PLACES = REASONS.map((reason) => [reason.code, placesFor(reason)] as const);

test('the walk comes to every state that there is', () => {
  const states = new Set<StateName>(PLACES.flatMap(([, places]) => places.map(({ state }) => state)));
  expect([...states].toSorted()).toEqual(
    [
      'action_required',
      'approved',
      'cancelled',
      'created',
      'declined',
      'delayed',
      'expired',
      'in_review',
      'open',
      'processing',
    ].toSorted(),
  );
});

describe.each(PLACES)('%s', (code, places) => {
  const refused = places.filter((place) => 'reasons' in place);

  test('can be met', () => {
    expect(refused.length).toBeGreaterThan(0);
  });

  test.each(LOCALES)('is told with its evidence, and with what comes next (%s)', (locale) => {
    for (const place of refused) {
      const { reasons, steps, expected_by, appeal, state } = shown(place, locale);
      expect(reasons.length, state).toBeGreaterThan(0);
      for (const { heading, message, evidence } of reasons) {
        for (const words of [heading, message ?? '']) {
          expect(words.trim()).not.toBe('');
          expect(words).not.toMatch(/[{}]|undefined|null/);
        }
        expect(evidence?.length).toBeGreaterThan(0);
      }
      const next = {
        action: steps.some((step) => step.state === 'asked') ? 'a step' : undefined,
        date: expected_by,
        appeal: appeal?.last_day,
      };
      const owed = OWED[place.state];
      expect(next[owed], `${state} owes its ${owed}`).toEqual(expect.any(String));
      expect(possibleCommands(place.state).length).toBeGreaterThan(0);
    }
  });

  test('is told in the language that was asked for', () => {
    const evidence = REASONS.find((reason) => reason.code === code)?.evidence ?? [];
    const [first] = evidence;
    if (first === undefined) throw new Error('no evidence');
    const told = LOCALES.map((locale) => renderReason({ code, evidence: [first] }, locale).applicant);
    expect(new Set(told).size).toBe(LOCALES.length);
  });
});

test('no reason that is our own fault, and none that a person has to look at, is declined by a rule', () => {
  for (const [, places] of PLACES) {
    for (const place of places) {
      if (place.state !== 'declined') continue;
      const last = place.decisions.at(-1);
      if (last?.by.kind === 'rule') expect(place.reasons.map((each) => each.class)).toEqual(['policy']);
      expect(place.reasons.some((each) => each.class === 'policy' || each.class === 'final')).toBe(true);
      expect(last?.by.kind).not.toBe('provider');
    }
  }
});
