/** What an applicant's browser could not do: noted as a try that used nothing up, and told with the way out. */
import type { DeviceTrouble } from '@vidimus/protocol';
import type { Evidence, Reason } from '@vidimus/vocabulary';
import type { DatabaseTransaction } from '../db/transaction.ts';
import { newId } from '../ids.ts';
import { registered } from './found-reasons.ts';

/** As it is kept: neither of the two says who it was. */
export type KeptTrouble = {
  readonly code: DeviceTrouble['code'];
  readonly browser: DeviceTrouble['browser'] | null;
  readonly detail: DeviceTrouble['detail'] | null;
};
export type StoredTrouble = KeptTrouble & { readonly at: Date };

/** A page that tries again and again fills no disk; what is told stays the same. */
const MOST_KEPT = 50;

/** Keeps it, up to a number that no person reaches. */
export async function addTrouble(
  trx: DatabaseTransaction,
  of: { readonly organizationId: string; readonly verificationId: string },
  { code, browser, detail }: KeptTrouble,
  now: Date,
): Promise<void> {
  if ((await troublesOf(trx, of.verificationId)).length >= MOST_KEPT) return;
  await trx
    .insertInto('device_trouble')
    .values({
      id: newId('device_trouble', now.getTime()),
      organization_id: of.organizationId,
      verification_id: of.verificationId,
      code,
      browser: browser ?? null,
      detail: detail ?? null,
      created_at: now,
    })
    .execute();
}

/** The oldest first. */
export async function troublesOf(trx: DatabaseTransaction, verificationId: string): Promise<readonly StoredTrouble[]> {
  const rows = await trx
    .selectFrom('device_trouble')
    .select(['code', 'browser', 'detail', 'created_at'])
    .where('verification_id', '=', verificationId)
    .orderBy('id')
    .execute();
  return rows.map(({ created_at, ...trouble }) => ({ ...trouble, at: created_at }));
}

/** The registered reason, with what the browser said as its evidence. */
export function troubleReason({ code, browser, detail }: KeptTrouble): Reason {
  const name = browser === undefined || browser === null ? undefined : BROWSERS[browser];
  return {
    ...registered(code),
    check: 'device',
    evidence: [
      {
        measure: MEASURES[code],
        observed: detail ?? 'other',
        ...factsOf(code, name),
      },
    ],
  };
}

/** What the sentence names: the browser that refuses, or those that would do. */
function factsOf(code: DeviceTrouble['code'], browser: string | undefined): Pick<Evidence, 'facts'> {
  if (code === 'browser_not_supported') return { facts: { browsers: ['Chrome', 'Safari', 'Firefox', 'Edge'] } };
  return browser === undefined ? {} : { facts: { browser } };
}

const MEASURES: Readonly<Record<DeviceTrouble['code'], string>> = {
  camera_permission_denied: 'camera permission',
  camera_unavailable: 'picture of the camera',
  browser_not_supported: 'interfaces of the browser',
};
/** As they call themselves; one that is not known is "your browser". */
const BROWSERS: Readonly<Record<NonNullable<DeviceTrouble['browser']>, string | undefined>> = {
  chrome: 'Chrome',
  firefox: 'Firefox',
  safari: 'Safari',
  edge: 'Edge',
  samsung: 'Samsung Internet',
  other: undefined,
};
