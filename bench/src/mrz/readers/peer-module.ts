import { createRequire } from 'node:module';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { z } from 'zod';

/** Where a package lies that was installed in the peers' folder; null where it is not. */
export function findPeer(peers: string | null, specifier: string): string | null {
  if (peers === null) return null;
  try {
    return createRequire(join(resolve(peers), 'package.json')).resolve(specifier);
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'MODULE_NOT_FOUND') return null;
    throw error;
  }
}

/** What to do about packages that are not there; null where all are. */
export function missingPackages(peers: string | null, names: readonly string[]): string | null {
  const absent = names.filter((name) => findPeer(peers, name) === null);
  if (absent.length === 0) return null;
  const where = peers === null ? 'a folder of your own, and name it with --peers' : peers;
  return `npm install ${absent.join(' ')} in ${where}`;
}

/** The peer's module; it is no dependency of ours, so that its types are unknown. */
export async function loadPeer(peers: string | null, specifier: string): Promise<unknown> {
  const path = findPeer(peers, specifier);
  if (path === null) throw new Error(`${specifier} is not installed in ${peers ?? 'any folder'}`);
  const namespace: unknown = await import(pathToFileURL(path).href);
  // A CommonJS module's exports are its default; Node tells only some of them by name.
  const { default: whole } = defaultSchema.parse(namespace);
  return typeof whole === 'object' && whole !== null ? { ...whole } : namespace;
}

const defaultSchema = z.object({ default: z.unknown() });
