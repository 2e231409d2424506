/** Passkeys in the browser: what the server asks for, what the authenticator answers. Only where there is script. */
import {
  browserSupportsWebAuthn,
  type PublicKeyCredentialCreationOptionsJSON,
  type PublicKeyCredentialRequestOptionsJSON,
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

/** Where the options come from, and where what the authenticator says goes; `token`: of an applicant's link. */
export type PasskeyPaths = { readonly options: string; readonly answer: string; readonly token?: string };

/** With a passkey that there is; the device shows which. `bodyOf`: as the server takes it. */
export function showPasskey(paths: PasskeyPaths, bodyOf: (answer: object) => object): Promise<PasskeyOutcome> {
  return ceremony<PublicKeyCredentialRequestOptionsJSON>(paths, async (options) =>
    bodyOf(await startAuthentication({ optionsJSON: options })),
  );
}

/** Makes a passkey on this device, or a phone or key at hand, and registers it. */
export function makePasskey(paths: PasskeyPaths): Promise<PasskeyOutcome> {
  return ceremony<PublicKeyCredentialCreationOptionsJSON>(paths, (options) =>
    startRegistration({ optionsJSON: options }),
  );
}

async function ceremony<Options>(
  { options: optionsPath, answer: answerPath, token }: PasskeyPaths,
  perform: (options: Options) => Promise<object>,
): Promise<PasskeyOutcome> {
  if (!browserSupportsWebAuthn()) return { ok: false, why: 'unsupported' };
  const options = await post(optionsPath, token);
  if (!options.ok) return refused(options);
  try {
    const response = await post(answerPath, token, await perform(await options.json()));
    return response.ok ? { ok: true } : await refused(response);
  } catch (error) {
    return failed(error);
  }
}

function post(path: string, token: string | undefined, body?: object): Promise<Response> {
  const headers = {
    ...(token === undefined ? {} : { Authorization: `Bearer ${token}` }),
    ...(body === undefined ? {} : { 'Content-Type': 'application/json' }),
  };
  return fetch(path, { method: 'POST', headers, ...(body === undefined ? {} : { body: JSON.stringify(body) }) });
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
