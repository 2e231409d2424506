/** What a reading is asked: two that are asked the same say the same, so that one of them is enough. */
import type { Policy } from '@vidimus/vocabulary';
import { z } from 'zod';
import type { ReadRequest } from '../reader/read-request.ts';
import { canonicalJson } from '../signing/canonical-json.ts';
import type { JudgedAttempts } from './judged-attempts.ts';
import type { StoredVerification } from './stored-verification.ts';

/** Everything that the outcome of a reading depends on; personal, and sealed with what it led to. */
export const readBasisSchema = z.strictObject({
  /** Attempt and side, in the order in which they are read. */
  photographs: z.array(z.tuple([z.string(), z.string()])),
  policy: z.strictObject({ id: z.string(), version: z.int() }),
  /** The day that "today" meant. */
  as_of: z.string(),
  claims: z.record(z.string(), z.string()),
  residence: z.string().nullable(),
  locale: z.string(),
});
export type ReadBasis = z.infer<typeof readBasisSchema>;

type Read = { readonly request: ReadRequest; readonly basis: ReadBasis };

/** What is asked about these photographs, and what it was asked on. */
export function readBasis(
  stored: StoredVerification,
  { photos, details }: Pick<JudgedAttempts, 'photos' | 'details'>,
  policy: Policy,
  asOf: string,
): Read {
  const residence = stored.residence ?? details?.residence;
  // What the operator says stands; the applicant fills in what it left open.
  const claims = { ...defined(details?.claims ?? {}), ...stored.claims };
  return {
    request: {
      files: photos.map(({ bytes, side }) => ({ bytes, side })),
      policy,
      asOf,
      claims,
      locale: stored.locale,
      ...(residence === undefined ? {} : { residence }),
    },
    basis: {
      photographs: photos.map(({ attemptId, side }) => [attemptId, side]),
      policy: stored.policy,
      as_of: asOf,
      claims,
      residence: residence ?? null,
      locale: stored.locale,
    },
  };
}

/** Equal where the same is asked of the same photographs, in whatever order its parts were written. */
export function basisKey(basis: ReadBasis): string {
  return canonicalJson(basis);
}

function defined(claims: Readonly<Record<string, string | undefined>>): Readonly<Record<string, string>> {
  return Object.fromEntries(
    Object.entries(claims).filter((entry): entry is [string, string] => entry[1] !== undefined),
  );
}
