/** Passkeys in the browser: what the server asks for, what the authenticator answers. Only where there is script. */
import {
  browserSupportsWebAuthn,
  startAuthentication,
  startRegistration,
  WebAuthnError,
} from '@simplewebauthn/browser';

/** Why it did not happen: left or timed out, already on this device, or refused by the server, in its words. */
export type PasskeyOutcome =
  | { readonly ok: true }
  | {
      readonly ok: false;
      readonly why: 'left' | 'known' | 'unsupported' | 'refused' | 'failed';
      readonly detail?: string;
    };

/** Any passkey of this service; the device shows which there are. */
export function signInWithPasskey(): Promise<PasskeyOutcome> {
  return answer('/v1/session/passkey/options', '/v1/session/passkey', (body) => body);
}

/** One of the signed-in member's. */
export function stepUpWithPasskey(): Promise<PasskeyOutcome> {
  return answer('/v1/session/step-up/options', '/v1/session/step-up', (passkey) => ({ passkey }));
}

/** Makes a passkey on this device, or a phone or key at hand, and registers it. */
export async function addPasskey(): Promise<PasskeyOutcome> {
  if (!browserSupportsWebAuthn()) return { ok: false, why: 'unsupported' };
  const options = await post('/v1/session/passkeys/options');
  if (!options.ok) return refused(options);
  try {
    const made = await startRegistration({ optionsJSON: await options.json() });
    return await settled(await post('/v1/session/passkeys', made));
  } catch (error) {
    return failed(error);
  }
}

async function answer(optionsPath: string, path: string, bodyOf: (answer: object) => object): Promise<PasskeyOutcome> {
  if (!browserSupportsWebAuthn()) return { ok: false, why: 'unsupported' };
  const options = await post(optionsPath);
  if (!options.ok) return refused(options);
  try {
    const given = await startAuthentication({ optionsJSON: await options.json() });
    return await settled(await post(path, bodyOf(given)));
  } catch (error) {
    return failed(error);
  }
}

function post(path: string, body?: object): Promise<Response> {
  if (body === undefined) return fetch(path, { method: 'POST' });
  return fetch(path, { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(body) });
}

function settled(response: Response): PasskeyOutcome | Promise<PasskeyOutcome> {
  return response.ok ? { ok: true } : refused(response);
}

async function refused(response: Response): Promise<PasskeyOutcome> {
  const { detail }: { readonly detail?: string } = await response.json();
  return { ok: false, why: 'refused', ...(detail === undefined ? {} : { detail }) };
}

/** What `navigator.credentials` throws; a stranger of an error is a bug, and shown as one. */
function failed(error: unknown): PasskeyOutcome {
  if (error instanceof WebAuthnError && error.code === 'ERROR_AUTHENTICATOR_PREVIOUSLY_REGISTERED') {
    return { ok: false, why: 'known' };
  }
  if (error instanceof Error && ['NotAllowedError', 'AbortError'].includes(error.name))
    return { ok: false, why: 'left' };
  if (error instanceof Error) return { ok: false, why: 'failed', detail: error.message };
  throw error;
}
