/** An authenticator in software: ES256, no attestation, counts its uses. It does what WebAuthn Level 3 §6 says, and lies where told. */
import { createHash, generateKeyPairSync, randomBytes, sign } from 'node:crypto';
import { isoCBOR } from '@simplewebauthn/server/helpers';

export type Lies = {
  readonly origin?: string;
  readonly relyingPartyId?: string;
  readonly userVerified?: boolean;
  /** Instead of one more than before. */
  readonly counter?: number;
  readonly signature?: (right: Buffer) => Buffer;
  readonly type?: string;
  readonly userHandle?: string;
};

type Asked = { readonly challenge: string };

export function createAuthenticator(relyingParty: { readonly id: string; readonly origin: string }) {
  const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const { x = '', y = '' } = publicKey.export({ format: 'jwk' });
  const credentialId = randomBytes(32);
  const id = credentialId.toString('base64url');
  let counter = 0;
  let handle = '';

  const authenticatorData = (flags: number, lies: Lies, attested: Uint8Array) => {
    counter = lies.counter ?? counter + 1;
    const counted = Buffer.alloc(4);
    counted.writeUInt32BE(counter);
    return Buffer.concat([sha256(lies.relyingPartyId ?? relyingParty.id), Buffer.of(flags), counted, attested]);
  };
  const flagsOf = (lies: Lies) => USER_PRESENT | (lies.userVerified === false ? 0 : USER_VERIFIED);
  const clientData = (type: string, challenge: string, lies: Lies) =>
    Buffer.from(
      JSON.stringify({
        type: lies.type ?? type,
        challenge,
        origin: lies.origin ?? relyingParty.origin,
        crossOrigin: false,
      }),
    );

  return {
    id,
    /** `navigator.credentials.create(options)`, as JSON. */
    create(options: Asked & { readonly user?: { readonly id: string } }, lies: Lies = {}) {
      handle = options.user?.id ?? '';
      const key = isoCBOR.encode(
        // COSE_Key (RFC 9052 §7): kty EC2, alg ES256, crv P-256, x, y.
        new Map<number, number | Uint8Array>([
          [1, 2],
          [3, -7],
          [-1, 1],
          [-2, bytes(x)],
          [-3, bytes(y)],
        ]),
      );
      const length = Buffer.alloc(2);
      length.writeUInt16BE(credentialId.length);
      const attested = Buffer.concat([Buffer.alloc(16), length, credentialId, key]);
      const authData = Uint8Array.from(authenticatorData(flagsOf(lies) | ATTESTED, lies, attested));
      const attestation = new Map<string, Parameters<typeof isoCBOR.encode>[0]>([
        ['fmt', 'none'],
        ['attStmt', new Map()],
        ['authData', authData],
      ]);
      return {
        id,
        rawId: id,
        type: 'public-key',
        clientExtensionResults: {},
        response: {
          clientDataJSON: clientData('webauthn.create', options.challenge, lies).toString('base64url'),
          attestationObject: Buffer.from(isoCBOR.encode(attestation)).toString('base64url'),
          transports: ['internal'],
        },
      };
    },
    /** `navigator.credentials.get(options)`, as JSON. */
    answer(options: Asked, lies: Lies = {}) {
      const data = authenticatorData(flagsOf(lies), lies, Buffer.alloc(0));
      const client = clientData('webauthn.get', options.challenge, lies);
      const right = sign('sha256', Buffer.concat([data, sha256(client)]), privateKey);
      return {
        id,
        rawId: id,
        type: 'public-key',
        clientExtensionResults: {},
        response: {
          clientDataJSON: client.toString('base64url'),
          authenticatorData: data.toString('base64url'),
          signature: (lies.signature?.(right) ?? right).toString('base64url'),
          userHandle: lies.userHandle ?? handle,
        },
      };
    },
  };
}

/** WebAuthn Level 3 §6.1, flags of the authenticator data. */
const USER_PRESENT = 0x01;
const USER_VERIFIED = 0x04;
const ATTESTED = 0x40;

function sha256(value: string | Buffer): Buffer {
  return createHash('sha256').update(value).digest();
}

function bytes(base64url: string): Uint8Array {
  return Uint8Array.from(Buffer.from(base64url, 'base64url'));
}
