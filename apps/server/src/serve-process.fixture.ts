/** A server process with one organization and one kind of job, whose effect is one event a verification. */
import './ends-with-its-parent.fixture.ts';
import type { Result } from '@vidimus/engine/standards';
import { readConfiguration } from './configuration.ts';
import { inTransaction } from './db/transaction.ts';
import { runUntilSignal, SERVE_EXIT } from './run-until-signal.ts';
import { type Opened, serve } from './serve.ts';

const ORGANIZATION = { role: 'tenant', organizationId: 'org_a' } as const;
const read = readConfiguration(process.env);
if (!read.ok) throw new Error(JSON.stringify(read.error));

const parts = {
  openSafe: async (): Promise<Result<null, never>> => ({ ok: true, value: null }),
  furnish,
  clock: () => new Date(),
  workingDirectory: process.cwd(),
  environment: {},
  onNotice: (notice: object) => void process.send?.(JSON.parse(JSON.stringify(notice))),
};
const tell = (refused: object) => void process.send?.(refused);
const status = await runUntilSignal(
  process,
  () => serve(read.value, parts),
  tell,
  (words) => tell({ code: 'signal', words }),
);
if (status === SERVE_EXIT.cutShort) process.exit(status);
process.exitCode = status;
process.disconnect?.();

async function furnish({ database, jobs }: Opened<null>) {
  const { db } = database;
  const now = new Date();
  await db
    .insertInto('organization')
    .values({ id: 'org_a', name: 'A', created_at: now })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  const nothing = async () => {};

  /** Half a second of work before the effect. */
  const judge = async ({ verificationId }: { readonly verificationId: string }, signal: AbortSignal) => {
    process.send?.({ code: 'begun', verificationId });
    await wait(500, signal);
    await inTransaction(db, ORGANIZATION, async (trx) => {
      await trx
        .insertInto('event')
        .values({
          id: `evt_${verificationId}`,
          organization_id: 'org_a',
          mode: 'live',
          type: 'verification.approved',
          object_id: verificationId,
          payload: '{}',
          created_at: now,
        })
        .onConflict((conflict) => conflict.doNothing())
        .execute();
    });
    process.send?.({ code: 'done', verificationId });
  };

  const answer = async (request: Request) => {
    const { pathname, searchParams } = new URL(request.url);
    if (pathname === '/slow') {
      process.send?.({ code: 'asked' });
      await wait(400);
      return new Response('answered');
    }
    const verificationId = searchParams.get('id') ?? '';
    await inTransaction(db, ORGANIZATION, (trx) =>
      jobs.enqueue(trx, 'judge-verification', { organizationId: 'org_a', verificationId }, { key: verificationId }),
    );
    return new Response('enqueued', { status: 202 });
  };

  return {
    answer,
    jobHandlers: {
      'judge-verification': judge,
      'deliver-webhook': nothing,
      'look-at-photograph': nothing,
      'redact-verification': nothing,
      'send-message': nothing,
      'tell-of-change': nothing,
    },
    sweepHandlers: { overdue: nothing, expired: nothing, redactable: nothing, recovering: nothing },
  };
}

function wait(ms: number, signal?: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(resolve, ms);
    signal?.addEventListener('abort', () => {
      clearTimeout(timer);
      reject(signal.reason);
    });
  });
}
