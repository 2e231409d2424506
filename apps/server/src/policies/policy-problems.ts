/** Refusals about policies, as they are told on the wire. */

import type { Result } from '@vidimus/engine/standards';
import { type Policy, parsePolicy } from '@vidimus/vocabulary';
import type { Problem } from '../http/problem.ts';
import type { PolicyRefused } from './policy.ts';

export const POLICY_NOT_FOUND: Problem = {
  status: 404,
  code: 'policy.not-found',
  detail: 'There is no such policy. GET /v1/policies lists those there are.',
};

export const VERSION_NOT_FOUND: Problem = {
  status: 404,
  code: 'policy.version-not-found',
  detail: 'The policy has no such version. GET /v1/policies/{id} lists those it has.',
};

export const NOTHING_PUBLISHED: Problem = {
  status: 409,
  code: 'policy.nothing-published',
  detail: 'No version of this policy is published, so nobody can apply under it. Publish its draft first.',
};

/** What is wrong with a change of state, and the way out. */
export function problemOf(refused: PolicyRefused): Problem {
  switch (refused.code) {
    case 'policy.no-draft':
      return {
        status: 409,
        code: refused.code,
        detail: `There is no draft: version ${refused.newest} is the newest. PUT a draft first.`,
      };
    case 'policy.nothing-published':
      return {
        status: 409,
        code: refused.code,
        detail:
          refused.draft === null
            ? 'No version is published, so there is nothing to archive.'
            : `No version is published, so there is nothing to archive. Version ${refused.draft} is a draft.`,
      };
  }
}

/** Reads the document of a request, or says everything that is wrong with it: where, under which key, and what was expected. */
export function readDocument(document: unknown): Result<Policy, Problem> {
  const parsed = parsePolicy(document);
  if (parsed.ok) return parsed;
  return {
    ok: false,
    error: {
      status: 422,
      code: 'policy.not-valid',
      detail: `The policy has ${parsed.error.length} problem(s); each is listed with the place and what was expected there.`,
      errors: parsed.error.map(({ path, message }) => ({ pointer: pointerTo(['document', ...path]), detail: message })),
    },
  };
}

/** A JSON Pointer (RFC 6901 §3): `/document/documents/0/types`. */
export function pointerTo(path: readonly (string | number)[]): string {
  return path.map((step) => `/${String(step).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');
}
