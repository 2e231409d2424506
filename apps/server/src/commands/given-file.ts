/** What a command was given to verify: the file, and the key that its caller trusts. */
import { readFile } from 'node:fs/promises';
import { isPublicKey } from '../signing/signing-key.ts';
import type { Tell } from '../tell.ts';
import { said } from './refusals.ts';

/** The bytes, or nothing after a word on why the file cannot be read or the key is none. */
export async function readGiven(file: string, trustedKey: string | undefined, tell: Tell): Promise<Buffer | undefined> {
  if (trustedKey !== undefined && !isPublicKey(trustedKey)) {
    tell.err(said('--key wants a public key in base64 (44 characters), as GET /v1/signing-key answers it.'));
    return undefined;
  }
  try {
    return await readFile(file);
  } catch (error) {
    tell.err(said(fileTroubleInWords(error, file)));
    return undefined;
  }
}

/** What the system said of a file, in words. Throws what the system did not say: that is a bug. */
export function fileTroubleInWords(error: unknown, file: string): string {
  if (!(error instanceof Error && 'code' in error && typeof error.code === 'string')) throw error;
  return WORDS[error.code]?.(`"${file}"`) ?? `"${file}" cannot be used (${error.code}).`;
}

const WORDS: Readonly<Record<string, (file: string) => string>> = {
  ENOENT: (file) => `There is no ${file}. Check the name and the folder that you are in.`,
  ENOTDIR: (file) => `There is no ${file}: a part of its path is no folder.`,
  EISDIR: (file) => `${file} is a folder. Name the file in it.`,
  EEXIST: (file) => `${file} exists already and was left as it is. Choose another name.`,
  EACCES: (file) => `You may not use ${file}. Look at it with: ls -l`,
  EPERM: (file) => `You may not use ${file}. Look at it with: ls -l`,
  EROFS: (file) => `${file} lies where nothing can be written. Choose another place.`,
  ENOSPC: (file) => `The disk is full: ${file} was not written.`,
};
