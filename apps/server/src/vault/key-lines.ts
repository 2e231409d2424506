/** Master keys as lines of text, in a file or in the environment. */
import type { Result } from '@vidimus/engine/standards';
import { KEY_BYTES } from './derive-key.ts';
import type { KeySource, KeysRefused } from './keys-refused.ts';
import type { MasterKeys } from './master-keys.ts';
import { weaknessOf } from './weak-key.ts';

/**
 * Reads `VERSION:BASE64` (any number), `index:BASE64` (one) and `wraps:VERSION` (at most one: which version wraps; without it the
 * newest does). Empty lines and lines with `#` in front are passed over.
 */
export function readKeyLines(text: string, source: KeySource): Result<MasterKeys, KeysRefused> {
  const versions = new Map<number, Buffer>();
  const seen = new Set<string>();
  let index: Buffer | undefined;
  let wraps: number | undefined;
  for (const [position, raw] of text.split(/\r?\n|,/).entries()) {
    const line = raw.trim();
    if (line === '' || line.startsWith('#')) continue;
    const parts = LINE.exec(line);
    const name = parts?.[1];
    const value = parts?.[2];
    if (name === undefined || value === undefined || (name === 'wraps') !== VERSION.test(value)) {
      return { ok: false, error: { code: 'vault.keys-unreadable', source, line: position + 1 } };
    }
    const duplicate: KeysRefused = { code: 'vault.duplicate-key', source, name };
    if (name === 'wraps') {
      if (wraps !== undefined) return { ok: false, error: duplicate };
      wraps = Number(value);
      continue;
    }
    const key = Buffer.from(value, 'base64');
    const weakness = weaknessOf(key);
    if (weakness !== undefined) return { ok: false, error: { code: 'vault.weak-key', source, name, weakness } };
    const bytes = key.toString('hex');
    if (seen.has(bytes) || seen.has(name)) return { ok: false, error: duplicate };
    seen.add(bytes).add(name);
    if (name === 'index') index = key;
    else versions.set(Number(name), key);
  }
  const newest = Math.max(...versions.keys());
  if (versions.size === 0) return { ok: false, error: { code: 'vault.no-master-key', source } };
  if (index === undefined) return { ok: false, error: { code: 'vault.no-index-key', source } };
  const wrapping = wraps ?? newest;
  if (!versions.has(wrapping)) {
    return { ok: false, error: { code: 'vault.wrapping-version-missing', source, version: wrapping } };
  }
  return { ok: true, value: { versions, wraps: wrapping, index } };
}

/** Lines of a new installation: version 1 and the index key. */
export function newKeyLines(random: (bytes: number) => Buffer): string {
  return `${newVersionLine(1, random)}index:${random(KEY_BYTES).toString('base64')}\n`;
}

/** The line that is added to rotate to `version`. */
export function newVersionLine(version: number, random: (bytes: number) => Buffer): string {
  return `${version}:${random(KEY_BYTES).toString('base64')}\n`;
}

/** At most nine digits: versions are stored as 32-bit integers. */
const VERSION = /^[1-9][0-9]{0,8}$/;
/** Strict base64 (RFC 4648 §4), since Node's own reader takes any text for some bytes. */
const LINE =
  /^([1-9][0-9]{0,8}|index|wraps):((?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?|[1-9][0-9]{0,8})$/;
