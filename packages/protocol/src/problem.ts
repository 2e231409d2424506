/** How the interface refuses (RFC 9457). A verification's outcome is never one of these. */
import { z } from 'zod';
import { reasonViewSchema } from './reasons.ts';

/** The codes that every route may answer with, the status of each, and its title, which never changes. */
export const PROBLEMS = {
  'request.json-malformed': { status: 400, title: 'The body is not JSON' },
  'request.parameters-invalid': { status: 400, title: 'A parameter of the address is not as described' },
  'request.header-invalid': { status: 400, title: 'A header is not as described' },
  'request.malformed': { status: 400, title: 'The request is not HTTP as we speak it' },
  'auth.credential-missing': { status: 401, title: 'Who asks is not said' },
  'auth.credential-unknown': { status: 401, title: 'The key, token or session is not known, or ended' },
  'auth.caller-not-served': { status: 403, title: 'This route serves other callers' },
  'auth.right-missing': { status: 403, title: 'The caller lacks the right' },
  'auth.origin-refused': { status: 403, title: 'The request comes from another site' },
  'route.unknown': { status: 404, title: 'Nothing is at this address' },
  'route.method-unknown': { status: 405, title: 'The address knows other methods' },
  'request.body-too-slow': { status: 408, title: 'The body did not arrive in time' },
  'request.body-too-large': { status: 413, title: 'The body is too large' },
  'request.media-type-unknown': { status: 415, title: 'The body is of a type that this route does not take' },
  'request.body-invalid': { status: 422, title: 'The body is not as described' },
  'idempotency.key-reused': { status: 422, title: 'The idempotency key was used for another request' },
  'request.rate-limited': { status: 429, title: 'Too many requests' },
  'request.headers-too-large': { status: 431, title: 'The headers are too large' },
  'server.failed': { status: 500, title: 'We failed' },
  'server.busy': { status: 503, title: 'We are too busy at the moment' },
  'server.database-unavailable': { status: 503, title: 'The database does not answer' },
  'storage.full': { status: 507, title: 'There is no room left to store anything' },
} as const satisfies Readonly<Record<string, { readonly status: number; readonly title: string }>>;
export type KnownProblemCode = keyof typeof PROBLEMS;

/** The problem document, `application/problem+json`. */
export const problemSchema = z
  .object({
    type: z
      .string()
      .meta({ description: 'Where the code is explained.', examples: ['/docs/problems#auth.right-missing'] }),
    title: z.string().meta({ description: 'The same for every problem of this code.' }),
    status: z.int(),
    detail: z.string().meta({ description: 'What is wrong with this request, and the way out.' }),
    code: z.string().meta({ description: 'Stable: decide by this one.', examples: ['auth.right-missing'] }),
    errors: z
      .array(
        z.object({
          pointer: z.string().meta({
            description: 'JSON Pointer (RFC 6901) into the body, or `?name` of a query parameter.',
            examples: ['/claims/birth_date'],
          }),
          detail: z.string(),
        }),
      )
      .optional(),
    reason: reasonViewSchema.optional().meta({
      description: 'To an applicant, where the registry has a reason for it: in the verification’s language.',
    }),
    request_id: z.string().meta({ description: 'Name it when you ask for help: our logs know it.' }),
  })
  .meta({ id: 'Problem', description: 'A refusal (RFC 9457).' });
export type ProblemDocument = z.output<typeof problemSchema>;

/** The title of any code: of the table, or the code itself as words (`verification.not-found` → `Verification: not found`). */
export function problemTitle(code: string): string {
  const known = knownProblem(code);
  if (known !== undefined) return known.title;
  const words = code.replaceAll('.', ': ').replaceAll(/[-_]/g, ' ');
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** The row of the table, if the code has one. */
export function knownProblem(code: string): { readonly status: number; readonly title: string } | undefined {
  return isKnown(code) ? PROBLEMS[code] : undefined;
}

function isKnown(code: string): code is KnownProblemCode {
  return Object.hasOwn(PROBLEMS, code);
}
