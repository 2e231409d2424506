/** Where a log stood, signed: the text of C2SP tlog-checkpoint in a C2SP signed-note. */
import { createHash } from 'node:crypto';
import { isSignedBy, type SigningKey } from '../signing/signing-key.ts';

export type Checkpoint = {
  /** Names the log: which installation's, which organization's. */
  readonly origin: string;
  readonly size: number;
  readonly root: Buffer;
};

export type NoteRefused = 'not a signed note' | 'no signature by this key' | 'the signature does not hold';

/** Signature type of Ed25519 in a signed note. */
const ED25519 = Buffer.from([1]);
const HASH_BYTES = 32;
const KEY_HASH_BYTES = 4;

/** The checkpoint as a note, signed under its origin's name. */
export function signCheckpoint(checkpoint: Checkpoint, key: SigningKey): string {
  const text = `${checkpoint.origin}\n${checkpoint.size}\n${checkpoint.root.toString('base64')}\n`;
  const signature = Buffer.concat([keyHash(checkpoint.origin, key.publicKey), key.sign(Buffer.from(text))]);
  return `${text}\n\u2014 ${checkpoint.origin} ${signature.toString('base64')}\n`;
}

/** What a note says, when that key signed it. */
export function openCheckpoint(note: string, publicKey: Uint8Array): Checkpoint | NoteRefused {
  const [text, signatures] = splitNote(note);
  const [origin, size, root, ...rest] = text.split('\n');
  const rootHash = Buffer.from(root ?? '', 'base64');
  const isWhole = signatures !== undefined && origin && size && /^\d+$/.test(size) && rest[0] === '';
  if (!isWhole || rootHash.length !== HASH_BYTES) return 'not a signed note';
  const ours = keyHash(origin, publicKey);
  for (const line of signatures.split('\n')) {
    const [, name, encoded] = /^\u2014 (\S+) (\S+)$/.exec(line) ?? [];
    const bytes = Buffer.from(encoded ?? '', 'base64');
    if (name !== origin || !bytes.subarray(0, KEY_HASH_BYTES).equals(ours)) continue;
    const holds = isSignedBy(publicKey, Buffer.from(text), bytes.subarray(KEY_HASH_BYTES));
    return holds ? { origin, size: Number(size), root: rootHash } : 'the signature does not hold';
  }
  return 'no signature by this key';
}

/** The text ends with the line break before the empty line. */
function splitNote(note: string): readonly [string, string | undefined] {
  const at = note.lastIndexOf('\n\n');
  return at < 0 ? [note, undefined] : [note.slice(0, at + 1), note.slice(at + 2)];
}

/** Tells keys of one name apart (C2SP signed-note). */
function keyHash(name: string, publicKey: Uint8Array): Buffer {
  const all = Buffer.concat([Buffer.from(`${name}\n`), ED25519, publicKey]);
  return createHash('sha256').update(all).digest().subarray(0, KEY_HASH_BYTES);
}
