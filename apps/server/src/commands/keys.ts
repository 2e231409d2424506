/** `vidimus keys new` and `vidimus keys rotate`. */
import { randomBytes } from 'node:crypto';
import type { Tell } from '../tell.ts';
import { newKeyLines, newVersionLine } from '../vault/key-lines.ts';
import { rotateKeys } from '../vault/rotate-keys.ts';
import { said } from './refusals.ts';
import { withSafe } from './with-safe.ts';

/** Prints new master keys, or one line to rotate to. They are kept apart from the database: docs/operations/keys-and-erasure.md. */
export function newKeys(options: { readonly version?: string }, tell: Tell): 0 | 2 {
  if (options.version === undefined) {
    tell.out(newKeyLines(randomBytes));
    return 0;
  }
  if (!/^[1-9]\d{0,8}$/.test(options.version)) {
    tell.err(said('--version wants a whole number above those that are in use, e.g. 2.'));
    return 2;
  }
  tell.out(newVersionLine(Number(options.version), randomBytes));
  return 0;
}

/** Wraps every data key with the newest master key; goes on where it was cut off. 0 done, 1 some are left, 2 could not run. */
export async function rotateMasterKeys(tell: Tell): Promise<0 | 1 | 2> {
  return withSafe(tell, async ({ database, safe }) => {
    const rotated = await rotateKeys({
      db: database.db,
      wrapper: safe.wrapper,
      onProgress: ({ rewrapped }) => tell.err(`${rewrapped} data keys wrapped anew …\n`),
      signal: new AbortController().signal,
    });
    tell.out(`${rotated.rewrapped} data keys wrapped anew.\n`);
    for (const { version, keys } of rotated.left) tell.out(`${keys} are still under version ${version}.\n`);
    for (const id of rotated.unreadable)
      tell.out(`${id} cannot be unwrapped: its master key is missing or another one.\n`);
    return rotated.left.length + rotated.unreadable.length === 0 ? 0 : 1;
  });
}
