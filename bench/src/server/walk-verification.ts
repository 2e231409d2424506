import { type StartedServer, textOf } from './started-server.ts';

/** One applicant's way, by the clock, milliseconds. */
export type Walk = {
  readonly state: string;
  /** From handing in, the photograph sent just before, to the findings. */
  readonly toFindingsMs: number;
  /** Of the request that carries the photograph. */
  readonly uploadMs: number;
};

const LOOK_EVERY_MS = 250;

/** Makes a verification and returns its link's token. */
export async function createVerification({
  url,
  key,
}: StartedServer): Promise<{ readonly id: string; readonly token: string }> {
  const made = await ask(`${url}/v1/verifications`, 'POST', key, '{}');
  return { id: textOf(made, 'id'), token: textOf(made, 'link', 'token') };
}

/** Consent, a passport, its photograph, handed in; until something is decided. */
export async function walkVerification(server: StartedServer, photo: Uint8Array): Promise<Walk> {
  const { token } = await createVerification(server);
  const applicant = `${server.url}/v1/applicant`;
  await agree(server, token);
  await ask(`${applicant}/details`, 'PUT', token, '{"document_type":"passport"}');
  const begun = performance.now();
  const sent = await upload(server, token, photo);
  if (sent !== 200) throw new Error(`the photograph was answered with ${sent}`);
  const uploaded = performance.now();
  await ask(`${applicant}/submit`, 'POST', token);
  for (;;) {
    const state = textOf(await ask(applicant, 'GET', token), 'state');
    if (state !== 'processing') {
      return { state, toFindingsMs: performance.now() - begun, uploadMs: uploaded - begun };
    }
    await new Promise((resolve) => setTimeout(resolve, LOOK_EVERY_MS));
  }
}

/** Without it no photograph is taken. */
export async function agree({ url }: StartedServer, token: string): Promise<void> {
  await ask(`${url}/v1/applicant/consent`, 'PUT', token, '{"document":true}');
}

/** Sends a photograph; the status of the answer, 0 when none came. */
async function upload({ url }: StartedServer, token: string, photo: Uint8Array): Promise<number> {
  try {
    const answer = await fetch(`${url}/v1/applicant/document/front`, {
      method: 'PUT',
      headers: { Authorization: `Bearer ${token}`, 'Content-Type': 'image/jpeg' },
      body: new Uint8Array(photo),
    });
    await answer.arrayBuffer();
    return answer.status;
  } catch {
    return 0; // refused or cut off on the way: counted by the caller
  }
}

async function ask(address: string, method: string, token: string, body?: string): Promise<unknown> {
  const answer = await fetch(address, {
    method,
    headers: {
      Authorization: `Bearer ${token}`,
      ...(body === undefined ? {} : { 'Content-Type': 'application/json' }),
    },
    ...(body === undefined ? {} : { body }),
  });
  const value: unknown = await answer.json();
  if (!answer.ok) throw new Error(`${method} ${new URL(address).pathname} was answered with ${answer.status}`);
  return value;
}
