/** What a rule says where the photographs that stand show something else than the first ones: a person looks. */
import type { CheckReport, Evidence, Reason } from '@vidimus/vocabulary';
import type { DatabaseTransaction } from '../db/transaction.ts';
import type { Vault } from '../vault/vault.ts';
import { registered } from './found-reasons.ts';
import { readingsSoFar } from './readings-so-far.ts';
import { type ShownInstead, shownInstead } from './shown-document.ts';

const CHECK = 'same-document';

/** Of the report that a decision is going to rest on; nothing where that asks for something anyway, and is looked at again. */
export async function otherDocument(
  vault: Pick<Vault, 'open'>,
  trx: DatabaseTransaction,
  verificationId: string,
  report: CheckReport,
): Promise<readonly Reason[]> {
  if (report.outcome !== 'approved' && report.outcome !== 'in_review') return [];
  const readings = [...(await readingsSoFar(vault, trx, verificationId)), report];
  const reason = whyAPersonLooks(shownInstead(readings).at(-1));
  return reason === undefined ? [] : [reason];
}

/**
 * No reason where it is another document of the same person: a renewed one, or the one that was asked for. The policy weighs what
 * stands, and the screen of whoever looks says that it is another.
 */
function whyAPersonLooks(instead: ShownInstead | undefined): Reason | undefined {
  if (instead === undefined || instead.isSamePerson) return undefined;
  const because =
    instead.is === 'holder'
      ? 'these photos show another holder than the first ones'
      : 'these photos show another document than the first ones, and it is not certain that the holder is the same';
  const [first, ...rest] = instead.differing;
  const evidence = ({ field, before, now, witnesses }: (typeof instead.differing)[number]): Evidence => {
    const [best] = witnesses.filter(({ value }) => value === now);
    return {
      measure: `${field} against the first photos`,
      observed: now,
      threshold: before,
      field,
      ...(best?.region === undefined ? {} : { region: best.region }),
      ...(best?.media_id === undefined ? {} : { media_id: best.media_id }),
      facts: { step: 'document', check: CHECK, because },
    };
  };
  return { ...registered('review_required'), check: CHECK, evidence: [evidence(first), ...rest.map(evidence)] };
}
