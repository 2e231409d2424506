/** Wraps every data key anew under the version that wraps now, while the server goes on working; what they seal stays as it is. */
import { type Kysely, sql } from 'kysely';
import type { Database } from '../db/schema.ts';
import { type DatabaseTransaction, inTransaction } from '../db/transaction.ts';
import { type DataKeyName, type DataKeyPurpose, wrappingContext } from './data-key.ts';
import type { KeyWrapper } from './key-wrapper.ts';

export type RotationParts = {
  readonly db: Kysely<Database>;
  readonly wrapper: KeyWrapper;
  /** Told after each batch. */
  readonly onProgress?: (progress: { readonly rewrapped: number; readonly left: number }) => void;
  /** Stops between two batches; run again to go on. */
  readonly signal?: AbortSignal;
};

export type Rotation = {
  readonly rewrapped: number;
  /** Ids of data keys that their master key does not unwrap, or whose master key is missing: what they seal cannot be opened. */
  readonly unreadable: readonly string[];
  /** What is left under other versions, e.g. because another transaction held it. A version that is not here can be taken out. */
  readonly left: readonly VersionUse[];
};

export type VersionUse = { readonly version: number; readonly keys: number };

/** Done in batches, a short transaction each. May be stopped at any point, run again, and run twice at once. */
export async function rotateKeys({ db, wrapper, onProgress, signal }: RotationParts): Promise<Rotation> {
  const unreadable: string[] = [];
  let rewrapped = 0;
  let left = keysUnderOthers(await versionsInUse(db), wrapper.current);
  for (const { version } of left) {
    let after: string | undefined = '';
    while (after !== undefined && signal?.aborted !== true) {
      const from: string = after;
      const batch = await inTransaction(db, { role: 'keeper' }, (trx) => rewrapBatch(trx, wrapper, version, from));
      after = batch.last;
      rewrapped += batch.rewrapped;
      unreadable.push(...batch.unreadable);
      if (batch.last !== undefined) onProgress?.({ rewrapped, left: Math.max(0, sum(left) - rewrapped) });
    }
  }
  left = keysUnderOthers(await versionsInUse(db), wrapper.current);
  return { rewrapped, unreadable, left };
}

/** How many data keys each version wraps, oldest version first. */
export async function versionsInUse(db: Kysely<Database>): Promise<readonly VersionUse[]> {
  const rows = await inTransaction(db, { role: 'keeper' }, (trx) =>
    trx
      .selectFrom('data_key')
      .select(({ fn }) => ['key_version as version', fn.countAll<string>().as('keys')])
      .where('destroyed_at', 'is', null)
      .groupBy('key_version')
      .orderBy('key_version')
      .execute(),
  );
  return rows.map(({ version, keys }) => ({ version, keys: Number(keys) }));
}

/** Some milliseconds a batch with a ring in memory, and short enough with a service that takes ten a key. */
const BATCH = 100;

type Batch = { readonly rewrapped: number; readonly unreadable: readonly string[]; readonly last: string | undefined };

async function rewrapBatch(
  trx: DatabaseTransaction,
  wrapper: KeyWrapper,
  version: number,
  after: string,
): Promise<Batch> {
  const rows = await trx
    .selectFrom('data_key')
    .select(['id', 'organization_id', 'subject', 'purpose', 'wrapped'])
    .where('destroyed_at', 'is', null)
    .where('key_version', '=', version)
    .where('id', '>', after)
    .orderBy('id')
    .limit(BATCH)
    .forUpdate()
    .skipLocked()
    .execute();
  const done = await Promise.all(
    rows.map(async (row) => {
      const context = wrappingContext(nameOf(row));
      const key = await wrapper.unwrap({ version, wrapped: row.wrapped }, context);
      if (!key.ok) return { id: row.id };
      const wrapped = await wrapper.wrap(key.value, context);
      key.value.fill(0);
      return { id: row.id, wrapped };
    }),
  );
  const rewrapped = done.flatMap(({ id, wrapped }) => (wrapped === undefined ? [] : [{ id, ...wrapped }]));
  if (rewrapped.length > 0) {
    const ids = rewrapped.map(({ id }) => id);
    const wrapped = rewrapped.map((key) => key.wrapped);
    await sql`update data_key set key_version = ${wrapper.current}, wrapped = anew.wrapped
      from unnest(${ids}::text[], ${wrapped}::bytea[]) as anew (id, wrapped)
      where data_key.id = anew.id`.execute(trx);
  }
  const unreadable = done.flatMap(({ id, wrapped }) => (wrapped === undefined ? [id] : []));
  return { rewrapped: rewrapped.length, unreadable, last: rows.at(-1)?.id };
}

type Row = { readonly organization_id: string; readonly subject: string; readonly purpose: string };

function nameOf(row: Row): DataKeyName {
  return { organizationId: row.organization_id, subject: row.subject, purpose: purposeOf(row.purpose) };
}

function purposeOf(purpose: string): DataKeyPurpose {
  if (purpose === 'seal' || purpose === 'fingerprint') return purpose;
  throw new Error(`a data key has the purpose ${purpose}, which this version does not know`);
}

function keysUnderOthers(use: readonly VersionUse[], current: number): readonly VersionUse[] {
  return use.filter(({ version }) => version !== current);
}

function sum(use: readonly VersionUse[]): number {
  return use.reduce((total, { keys }) => total + keys, 0);
}
