/** Why the server does not start with the keys it was given, and what the operator can do. */
import type { Weakness } from './weak-key.ts';

/** Where the lines came from: a path, or the name of an environment variable. Never a key. */
export type KeySource = string;

export type KeysRefused =
  | { readonly code: 'vault.no-keys'; readonly looked: readonly KeySource[] }
  | { readonly code: 'vault.two-key-sources'; readonly sources: readonly KeySource[] }
  | { readonly code: 'vault.keys-file-missing'; readonly source: KeySource }
  /** `mode` as `ls` and `chmod` count: octal. */
  | { readonly code: 'vault.keys-file-open-to-others'; readonly source: KeySource; readonly mode: string }
  | { readonly code: 'vault.keys-unreadable'; readonly source: KeySource; readonly line: number }
  | { readonly code: 'vault.weak-key'; readonly source: KeySource; readonly name: string; readonly weakness: Weakness }
  /** The same version, or the same key, stands there twice. */
  | { readonly code: 'vault.duplicate-key'; readonly source: KeySource; readonly name: string }
  | { readonly code: 'vault.no-master-key'; readonly source: KeySource }
  | { readonly code: 'vault.no-index-key'; readonly source: KeySource }
  | { readonly code: 'vault.wrapping-version-missing'; readonly source: KeySource; readonly version: number }
  /** A key under this name is not the one under which this database was written. */
  | { readonly code: 'vault.key-changed'; readonly name: string }
  /** The database holds data keys under a version that is not among the keys. */
  | { readonly code: 'vault.master-key-missing'; readonly version: number };

/** One or two plain sentences for the operator: what is wrong, and the way out. */
export function keysRefusedInWords(refused: KeysRefused): string {
  switch (refused.code) {
    case 'vault.no-keys':
      return `There are no master keys (looked at ${refused.looked.join(', ')}). ${MAKE_KEYS}`;
    case 'vault.two-key-sources':
      return `Master keys are given twice: ${refused.sources.join(' and ')}. Set one of them only.`;
    case 'vault.keys-file-missing':
      return `The keys file ${refused.source} does not exist. Mount or restore it; if this installation is new: ${MAKE_KEYS}`;
    case 'vault.keys-file-open-to-others':
      return `The keys file ${refused.source} has mode ${refused.mode}, so that other users can reach it. Run: chmod 600 ${refused.source}`;
    case 'vault.keys-unreadable':
      return `Line ${refused.line} of ${refused.source} is none of VERSION:BASE64, index:BASE64, wraps:VERSION. ${MAKE_KEYS}`;
    case 'vault.weak-key':
      return `The key "${refused.name}" in ${refused.source} ${WEAKNESSES[refused.weakness]}. ${MAKE_KEYS}`;
    case 'vault.duplicate-key':
      return `The key "${refused.name}" in ${refused.source} is there twice, by its name or by its bytes. Each version has a key of its own. ${MAKE_KEYS}`;
    case 'vault.no-master-key':
      return `${refused.source} has no line VERSION:BASE64. ${MAKE_KEYS}`;
    case 'vault.no-index-key':
      return `${refused.source} has no line index:BASE64, under which addresses are looked up. Restore it; if this installation is new: ${MAKE_KEYS}`;
    case 'vault.wrapping-version-missing':
      return `${refused.source} says wraps:${refused.version}, and has no key of that version. Name one that is there, or leave the line out: then the newest wraps.`;
    case 'vault.key-changed':
      return `The key "${refused.name}" is not the one under which this database was written. Restore that key; a new key gets a new version.`;
    case 'vault.master-key-missing':
      return `The database holds data keys under version ${refused.version} of the master key, which is not among the keys. Restore it; it can go after "vidimus keys rotate".`;
  }
}

const MAKE_KEYS = 'Make good ones with: vidimus keys new';

const WEAKNESSES: Readonly<Record<Weakness, string>> = {
  'not-256-bits': 'does not have 32 bytes',
  'all-bytes-equal': 'is one byte, repeated',
  'counts-up-or-down': 'counts',
  text: 'is text, such as a password',
  'repeats-itself': 'repeats itself',
  padded: 'is a short value that was filled up',
  published: 'stands in a manual, a standard or a list of common passwords',
};
