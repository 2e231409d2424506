import { closeSync, fsyncSync, openSync, renameSync, writeSync } from 'node:fs';

/** Whole or not at all, and readable by its owner alone. */
export function writeSecretFile(file: string, text: string): void {
  const half = `${file}.new`;
  const handle = openSync(half, 'w', 0o600);
  writeSync(handle, text);
  fsyncSync(handle);
  closeSync(handle);
  renameSync(half, file);
}
