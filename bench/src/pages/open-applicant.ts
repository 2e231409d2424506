import type { StartedServer } from '../server/started-server.ts';
import { agree, createVerification } from '../server/walk-verification.ts';

/** A new applicant's link, as an address; `upTo` the photograph: who has agreed and said that it is a passport. */
export async function openApplicant(server: StartedServer, upTo: 'start' | 'photo'): Promise<string> {
  const { token } = await createVerification(server);
  const address = `${pageHost(server)}/verify/${token}`;
  if (upTo === 'start') return address;
  await agree(server, token);
  const answer = await fetch(`${server.url}/v1/applicant/details`, {
    method: 'PUT',
    headers: { Authorization: `Bearer ${token}`, 'Content-Type': 'application/json' },
    body: '{"document_type":"passport","residence":"DEU"}',
  });
  if (!answer.ok) throw new Error(`the details were answered with ${answer.status}`);
  return `${address}/photo/front`;
}

/** By name: cameras are for secure pages, and localhost counts as one. */
function pageHost({ url }: StartedServer): string {
  return url.replace('127.0.0.1', 'localhost');
}
