/** Reads a submitted verification's photographs, lets the policy weigh what was found, and writes the decision down once. */
import { isDeepStrictEqual } from 'node:util';
import type { Result } from '@vidimus/engine/standards';
import type { TestScenario } from '@vidimus/protocol';
import type { CheckReport, NonEmpty, Policy, Reason } from '@vidimus/vocabulary';
import type { Kysely } from 'kysely';
import type { Actor } from '../audit/audit.ts';
import { type Clock, timeFor } from '../clock.ts';
import type { Database } from '../db/schema.ts';
import { type DatabaseTransaction, inTransaction } from '../db/transaction.ts';
import type { Jobs } from '../jobs/jobs.ts';
import { noteDocument } from '../numbers/fact-store.ts';
import type { ReadAnswer, ReadRequest } from '../reader/read-request.ts';
import { askSlots, type ProviderSlots } from '../slots/provider-slot.ts';
import type { BlobStore } from '../vault/blob-store.ts';
import { whenNoTryIsLeft } from './attempt-limit.ts';
import { type ChangeParts, changeLoaded } from './change-verification.ts';
import { delayedUntil, lastDayOfAppeal, processedBy, retriedAfter, reviewedBy } from './deadlines.ts';
import { takeDecision } from './decision.ts';
import { consentDeclined, detectorsOf, reasonOf, registered } from './found-reasons.ts';
import { type JudgedAttempts, judgedAttempts, standingAttempts } from './judged-attempts.ts';
import { type LastRead, lastRead } from './look-store.ts';
import { nameMedia } from './name-media.ts';
import { otherDocument } from './other-document.ts';
import { policyOf } from './policy-of.ts';
import { keepPreviews } from './preview-store.ts';
import { basisKey, readBasis } from './read-basis.ts';
import { addReport } from './report-store.ts';
import { stepsToAsk } from './steps-to-ask.ts';
import { loadVerification } from './store.ts';
import type { StoredVerification } from './stored-verification.ts';
import { scenarioOf, setScenario, simulatedReason } from './test-scenario.ts';

/** Why there is no report: always our fault. */
export type ReadFailed = { readonly code: string };
/** What the engine says of the photographs, from its own process. Their previews are JPEGs without metadata. */
export type ReadDocument = (
  request: ReadRequest,
  signal: AbortSignal,
  /** Equal for readings that answer the same. */
  sameAs: string,
) => Promise<Result<ReadAnswer, ReadFailed>>;

export type JudgeParts = ChangeParts & {
  readonly db: Kysely<Database>;
  readonly blobs: BlobStore;
  readonly jobs: Jobs;
  readonly read: ReadDocument;
  readonly slots: ProviderSlots;
  readonly clock: Clock;
};

const ENGINE: Actor = { kind: 'system', name: 'engine' };
/** From then on a person looks instead of another try. */
const GIVE_UP_AFTER_MS = 60 * 60 * 1000;

/** Right when it is run again: a verification that is judged already is left alone, and the same inputs decide once. */
export async function judgeVerification(
  parts: JudgeParts,
  { organizationId, verificationId }: { readonly organizationId: string; readonly verificationId: string },
  signal: AbortSignal,
): Promise<void> {
  const scope = { role: 'tenant', organizationId } as const;
  const task = await inTransaction(parts.db, scope, (trx) => takeUp(parts, trx, verificationId));
  if (task === undefined) return;
  const read = await readAttempts(parts, task, signal);
  const others = read.ok ? await askOthers(parts, task, read.value, signal) : [];
  await inTransaction(parts.db, scope, async (trx) => {
    const now = await timeFor(trx, task.stored, parts.clock);
    const stored = await loadVerification(parts.vault, trx, verificationId, 'change');
    // Called off, or judged by another worker, while this one was reading; then others may have been handed in.
    if (!stored.ok || stored.value.verification.state !== 'processing') return;
    if (!isDeepStrictEqual(standingAttempts(stored.value.verification), task.attempts.standing)) return;
    // It is played once.
    if (task.scenario !== undefined) await setScenario(trx, verificationId, null);
    if (!read.ok) await delay(parts, trx, stored.value, task.attempts, read.error, now);
    else await settle(parts, trx, stored.value, task, { read: read.value, others }, now);
  });
}

type Task = {
  readonly stored: StoredVerification;
  readonly attempts: JudgedAttempts;
  readonly policy: Policy;
  readonly asOf: string;
  /** Read before it was handed in. */
  readonly last: LastRead | undefined;
  /** Of test mode. */
  readonly scenario: TestScenario | undefined;
};

async function takeUp(parts: JudgeParts, trx: DatabaseTransaction, id: string): Promise<Task | undefined> {
  const loaded = await loadVerification(parts.vault, trx, id, 'change');
  if (!loaded.ok) return undefined;
  const stored = loaded.value;
  const now = await timeFor(trx, stored, parts.clock);
  if (stored.verification.state === 'delayed') {
    const command = { do: 'take_up', expectedBy: processedBy(now) } as const;
    const taken = await changeLoaded(parts, trx, stored, command, ENGINE, now);
    if (!taken.ok) throw new Error(`${id} cannot be taken up: ${taken.error.code}`);
  } else if (stored.verification.state !== 'processing') return undefined;
  return {
    stored,
    attempts: await judgedAttempts(parts, trx, stored),
    policy: await policyOf(trx, stored),
    asOf: now.toISOString().slice(0, 10),
    last: await lastRead(parts.vault, trx, id),
    scenario: await scenarioOf(trx, id),
  };
}

type Read = ReadAnswer | 'consent-declined';

/** What was looked at already, and is asked the same, need not be read again. */
async function readAttempts(
  parts: JudgeParts,
  { stored, attempts, policy, asOf, last, scenario }: Task,
  signal: AbortSignal,
): Promise<Result<Read, ReadFailed>> {
  if (scenario === 'provider_unavailable') return { ok: false, error: { code: 'test-mode.scenario' } };
  if (attempts.consent?.document === false) return { ok: true, value: 'consent-declined' };
  const { request, basis } = readBasis(stored, attempts, policy, asOf);
  if (last !== undefined && basisKey(last.basis) === basisKey(basis))
    return { ok: true, value: { report: last.report, previews: [] } };
  return parts.read(request, signal, basisKey(basis));
}

/** Others are asked about what would not be refused anyway. */
async function askOthers(
  parts: JudgeParts,
  { stored, policy, scenario }: Task,
  read: Read,
  signal: AbortSignal,
): Promise<readonly Reason[]> {
  if (read === 'consent-declined') return [];
  if (scenario !== undefined) return [simulatedReason(scenario)];
  if (policy.providers === undefined) return [];
  const { outcome, document } = read.report;
  if (outcome !== 'approved' && outcome !== 'in_review') return [];
  return askSlots(parts.slots, policy.providers, { verificationId: stored.verification.id, document }, signal);
}

async function settle(
  parts: JudgeParts,
  trx: DatabaseTransaction,
  stored: StoredVerification,
  task: Task,
  { read, others }: { readonly read: Read; readonly others: readonly Reason[] },
  now: Date,
): Promise<void> {
  const { photos, inputs } = task.attempts;
  const report =
    read === 'consent-declined'
      ? undefined
      : nameMedia(
          read.report,
          photos.map(({ mediaId }) => mediaId),
        );
  const other = report === undefined ? [] : await otherDocument(parts.vault, trx, stored.verification.id, report);
  const reasons = report === undefined ? [consentDeclined()] : [...report.reasons.map(reasonOf), ...others, ...other];
  const sideOfMedia = new Map(
    photos.flatMap(({ mediaId, side }) => [
      [mediaId, side] as const,
      ...(report?.photos ?? [])
        .filter(({ media_id }) => media_id.startsWith(`${mediaId}_page_`))
        .map(({ media_id }) => [media_id, side] as const),
    ]),
  );
  const ask = stepsToAsk(reasons, sideOfMedia);
  const weighed = weigh(reasons, report, stored, ask);
  const decision = takeDecision(
    weighed,
    { kind: 'rule' },
    { policy: stored.policy, detectors: detectorsOf(report), inputs },
  );
  if (!decision.ok) throw new Error(`${stored.verification.id} cannot be decided so: ${decision.error.code}`);
  const appeal = { path: '/v1/applicant/appeal', lastDay: lastDayOfAppeal(now) };
  const command = { do: 'decide', decision: decision.value, ask, appeal, expectedBy: reviewedBy(now) } as const;
  const changed = await changeLoaded(parts, trx, stored, command, ENGINE, now);
  if (!changed.ok) throw new Error(`${stored.verification.id} cannot be decided: ${changed.error.code}`);
  const [decisionId] = changed.value.decisionIds;
  if (decisionId !== undefined && report !== undefined) {
    await addReport(parts.vault, trx, stored, decisionId, report, now);
    await noteDocument(trx, stored.verification.id, report);
  }
  if (read !== 'consent-declined') await keepPreviews(parts, trx, stored, photos, read);
}

function weigh(
  reasons: readonly Reason[],
  report: CheckReport | undefined,
  stored: StoredVerification,
  ask: readonly string[],
) {
  const notes = report?.notes.map(reasonOf) ?? [];
  const [first, ...rest] = reasons;
  if (first === undefined) return { outcome: 'approved', notes } as const;
  const all: NonEmpty<Reason> = [first, ...rest];
  // Others are asked only about what the engine would not refuse: what they say brings a person.
  const outcome =
    report === undefined ? 'action_required' : report.outcome === 'approved' ? 'in_review' : report.outcome;
  const { steps } = stored.verification;
  const spent =
    outcome === 'action_required'
      ? whenNoTryIsLeft(
          all,
          steps,
          steps.map(({ name }) => name).filter((name) => ask.includes(name)),
        )
      : undefined;
  return spent === undefined
    ? ({ outcome, reasons: all, notes } as const)
    : ({ outcome: 'in_review', reasons: spent, notes } as const);
}

/** Ours: no attempt is used, and it goes on by itself; when that has lasted too long, a person looks. */
async function delay(
  parts: JudgeParts,
  trx: DatabaseTransaction,
  stored: StoredVerification,
  attempts: JudgedAttempts,
  failed: ReadFailed,
  now: Date,
): Promise<void> {
  const { id } = stored.verification;
  const waited = Math.max(0, now.getTime() - attempts.lastAt.getTime());
  const reasons: NonEmpty<Reason> = [
    {
      ...registered('provider_unavailable'),
      check: 'reading',
      evidence: [{ measure: 'reading the photographs', observed: failed.code }],
    },
  ];
  if (waited > GIVE_UP_AFTER_MS) {
    const weighed = { outcome: 'in_review', reasons, notes: [] } as const;
    const basis = { policy: stored.policy, detectors: {}, inputs: attempts.inputs };
    const decision = takeDecision(weighed, { kind: 'rule' }, basis);
    if (!decision.ok) throw new Error(decision.error.code);
    const appeal = { path: '/v1/applicant/appeal', lastDay: lastDayOfAppeal(now) };
    const command = { do: 'decide', decision: decision.value, ask: [], appeal, expectedBy: reviewedBy(now) } as const;
    const changed = await changeLoaded(parts, trx, stored, command, ENGINE, now);
    if (!changed.ok) throw new Error(`${id} cannot go to a person: ${changed.error.code}`);
    return;
  }
  const command = { do: 'delay', reasons, expectedBy: delayedUntil(now) } as const;
  const changed = await changeLoaded(parts, trx, stored, command, ENGINE, now);
  if (!changed.ok) throw new Error(`${id} cannot be delayed: ${changed.error.code}`);
  const payload = { organizationId: stored.organizationId, verificationId: id };
  // The queue keeps real time, whatever the clock of test mode says.
  await parts.jobs.enqueue(trx, 'judge-verification', payload, { startAfter: retriedAfter(parts.clock(), waited) });
}
