/** The few things that the page asks the interface by itself, in the browser, with the token of the applicant's link. */
import type { ApplicantView, DeviceTrouble } from '@vidimus/protocol';
import type { Journey } from '../verify/due-step.ts';

export type FollowedView = Journey & Pick<ApplicantView, 'hand_off'>;

export type HandOffLink =
  | { readonly ok: true; readonly url: string; readonly expiresAt: string }
  | { readonly ok: false; readonly why: 'no_public_address' | 'unavailable' };

/** A link to go on with on another device. */
export async function askForHandOff(token: string, signal?: AbortSignal): Promise<HandOffLink> {
  const response = await ask(token, 'hand-off', { method: 'POST', ...(signal === undefined ? {} : { signal }) });
  if (response === null) return { ok: false, why: 'unavailable' };
  const said: unknown = await response.json();
  if (response.status === 201) {
    const [url, expiresAt] = [textAt(said, 'url'), textAt(said, 'expires_at')];
    if (url !== null && expiresAt !== null) return { ok: true, url, expiresAt };
  }
  const isWithoutAddress = textAt(said, 'code') === 'hand-off.no-public-address';
  return { ok: false, why: isWithoutAddress ? 'no_public_address' : 'unavailable' };
}

/** Says which number the other device shows; null while the connection is away. */
export async function chooseNumber(token: string, number: number): Promise<'let_in' | 'nobody' | null> {
  const response = await ask(token, 'hand-off/confirm', { method: 'POST', body: JSON.stringify({ number }) });
  if (response?.ok !== true) return null;
  return textAt(await response.json(), 'outcome') === 'let_in' ? 'let_in' : 'nobody';
}

/** How far it has come, perhaps on another device; null while the connection is away. */
export async function lookUpVerification(token: string, signal: AbortSignal): Promise<FollowedView | null> {
  const response = await ask(token, '', { method: 'GET', signal });
  return response?.ok === true ? response.json() : null;
}

/** Tells what the browser could not do, for the receipt and the numbers. What is lost on the way is lost: it is told to the person anyway. */
export async function reportTrouble(token: string, trouble: DeviceTrouble): Promise<void> {
  await ask(token, 'device-trouble', { method: 'POST', body: JSON.stringify(trouble) });
}

async function ask(token: string, part: string, init: RequestInit): Promise<Response | null> {
  const path = part === '' ? '/v1/applicant' : `/v1/applicant/${part}`;
  const headers = new Headers({ authorization: `Bearer ${token}` });
  if (init.method === 'POST') {
    headers.set('idempotency-key', crypto.randomUUID());
    if (init.body !== undefined) headers.set('content-type', 'application/json');
  }
  try {
    return await fetch(path, { ...init, headers, cache: 'no-store' });
  } catch (error) {
    // No connection, or no longer wanted.
    if (error instanceof TypeError || (error instanceof DOMException && error.name === 'AbortError')) return null;
    throw error;
  }
}

function textAt(value: unknown, key: string): string | null {
  const found: unknown = typeof value === 'object' && value !== null ? Reflect.get(value, key) : undefined;
  return typeof found === 'string' ? found : null;
}
