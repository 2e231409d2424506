/** Somebody who submits verifications over HTTP and does not give up: what was not answered is sent again. */
import { randomBytes, randomUUID } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import { createdVerificationSchema } from '@vidimus/protocol';

/** What the server has acknowledged. */
export type Submission = { readonly id: string; readonly photo: Buffer };

export type SubmissionParts = {
  /** Where the server answers now; waits while it is down. */
  readonly url: () => Promise<string>;
  readonly apiKey: string;
};

/** ISO/IEC 10918-1 §B.1.1.3: start of image, and the next marker. */
const JPEG_BEGINS = Buffer.from([0xff, 0xd8, 0xff]);
const PHOTO_BYTES = 20_000;

/** One verification from its making to its submission. Throws when the server forgets what it acknowledged. */
export async function submitOne({ url, apiKey }: SubmissionParts): Promise<Submission> {
  const post = (body: unknown) => ({ method: 'POST', body: JSON.stringify(body), headers: KEYED() });
  const made: unknown = await ask(url, '/v1/verifications', apiKey, post({ claims: { name: 'Erika Mustermann' } }));
  const { id, link } = createdVerificationSchema.parse(made);
  return { id, photo: await handIn(url, link.token) };
}

/** What an applicant does, with the token of their link; gives the photograph. */
export async function handIn(url: SubmissionParts['url'], token: string): Promise<Buffer> {
  const put = (body: unknown) => ({ method: 'PUT', body: JSON.stringify(body), headers: JSON_BODY });
  await ask(url, '/v1/applicant/consent', token, put({ document: true }));
  await ask(url, '/v1/applicant/details', token, put({ document_type: 'passport' }));
  const photo = Buffer.concat([JPEG_BEGINS, randomBytes(PHOTO_BYTES)]);
  const upload = { method: 'PUT', body: photo, headers: { 'Content-Type': 'image/jpeg' } };
  await ask(url, '/v1/applicant/document/front', token, upload);
  await ask(url, '/v1/applicant/submit', token, { method: 'POST', headers: KEYED() });
  return photo;
}

const JSON_BODY = { 'Content-Type': 'application/json' };
const KEYED = () => ({ ...JSON_BODY, 'Idempotency-Key': randomUUID() });
const PATIENCE_MS = 20;

/** Asks until there is an answer. Throws for a refusal. */
export async function ask(
  url: SubmissionParts['url'],
  path: string,
  token: string,
  init: {
    readonly method: string;
    readonly body?: string | Buffer;
    readonly headers: Readonly<Record<string, string>>;
  },
): Promise<unknown> {
  for (;;) {
    const address = await url();
    const headers = { ...init.headers, Authorization: `Bearer ${token}` };
    // The body, too, may be cut off: an answer counts once it is whole.
    const answer = await fetch(`${address}${path}`, { ...init, headers })
      .then(async (response) => ({ status: response.status, text: await response.text() }))
      .catch(() => undefined);
    if (answer !== undefined && answer.status < 300) return JSON.parse(answer.text);
    if (answer !== undefined && answer.status !== 429) {
      throw new Error(`${init.method} ${path}: ${answer.status} ${answer.text}`);
    }
    await wait(PATIENCE_MS);
  }
}
