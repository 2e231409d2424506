/** What a call throws. */
import type { ProblemDocument } from '@vidimus/protocol';

/** The server refused. Decide by `code`, which is stable; `/docs/problems` on your server explains every one. */
export class VidimusProblem extends Error {
  override readonly name = 'VidimusProblem';
  /** Of HTTP. */
  readonly status: number;
  /** E.g. `request.body-invalid`; `response.not-ours` where something other than Vidimus answered. */
  readonly code: string;
  /** What is wrong with this request, and the way out. */
  readonly detail: string;
  /** Which parts of the request, by JSON Pointer, e.g. `/claims/birth_date`. */
  readonly errors: NonNullable<ProblemDocument['errors']>;
  /** Name it when you ask for help. */
  readonly requestId: string | undefined;
  /** Seconds after which the same request may do better. */
  readonly retryAfter: number | undefined;

  constructor(
    facts: Pick<ProblemDocument, 'status' | 'code' | 'detail'> & {
      readonly errors?: ProblemDocument['errors'];
      readonly requestId: string | undefined;
      readonly retryAfter: number | undefined;
    },
  ) {
    const where = (facts.errors ?? []).map(({ pointer, detail }) => ` ${pointer}: ${detail}.`);
    super(`${facts.code} (${facts.status}): ${facts.detail}${where.join('')}`);
    this.status = facts.status;
    this.code = facts.code;
    this.detail = facts.detail;
    this.errors = facts.errors ?? [];
    this.requestId = facts.requestId;
    this.retryAfter = facts.retryAfter;
  }
}

/** No answer came, however often it was tried; `cause` is what the network said. Whether the request had its effect is not known. */
export class VidimusUnreachable extends Error {
  override readonly name = 'VidimusUnreachable';
  readonly tries: number;

  constructor(host: string, tries: number, cause: unknown) {
    super(
      `${host} did not answer (${tries === 1 ? 'one try' : `${tries} tries`}). Is it running, and is baseUrl right?`,
      {
        cause,
      },
    );
    this.tries = tries;
  }
}

/** The problem that an answer other than 2xx is. */
export async function problemOf(response: Response, retryAfter: number | undefined): Promise<VidimusProblem> {
  const { status, headers } = response;
  const requestId = headers.get('request-id') ?? undefined;
  const text = await response.text();
  if (headers.get('content-type')?.startsWith('application/problem+json') === true) {
    const document: ProblemDocument = JSON.parse(text);
    return new VidimusProblem({ ...document, requestId: document.request_id, retryAfter });
  }
  const detail = 'What answered is not Vidimus: a proxy, or another server. Is baseUrl right?';
  return new VidimusProblem({ status, code: 'response.not-ours', detail, requestId, retryAfter });
}
