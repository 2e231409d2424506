import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Model, ModelSource } from '../models/index.ts';

const PACKAGE_FOLDER = fileURLToPath(new URL('../../', import.meta.url));

/** Where a model's bytes lie on this machine. Throws when the package that carries them is not installed. */
export function modelPath(source: ModelSource): string {
  if (source.from === 'here') return join(PACKAGE_FOLDER, source.path);
  // The package exports nothing but an entry for Node, so its folder is found by that.
  const entry = createRequire(import.meta.url).resolve(`${source.name}/node`);
  return join(dirname(entry), source.path);
}

export type ModelState =
  | { readonly state: 'as_expected' | 'not_pinned'; readonly path: string; readonly sha256: string }
  | { readonly state: 'differs'; readonly path: string; readonly sha256: string; readonly expected: string }
  | { readonly state: 'missing'; readonly path: string };

/** Compares a model's bytes with its pinned digest. */
export async function verifyModel(model: Pick<Model, 'sha256' | 'source'>): Promise<ModelState> {
  const path = modelPath(model.source);
  const bytes = await readFile(path).catch(() => null);
  if (!bytes) return { state: 'missing', path };
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  if (model.sha256 === null) return { state: 'not_pinned', path, sha256 };
  return sha256 === model.sha256
    ? { state: 'as_expected', path, sha256 }
    : { state: 'differs', path, sha256, expected: model.sha256 };
}
