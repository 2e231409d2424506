import { dirname } from 'node:path';
import type { CannotRun } from './cannot-run.ts';

/** A refusal of the file system in the command line's words. Rethrows what is not one: that is a bug. */
export function fileTrouble(error: unknown, path: string, to: 'read' | 'write'): CannotRun {
  if (!(error instanceof Error) || !('code' in error) || typeof error.code !== 'string') throw error;
  switch (error.code) {
    case 'ENOENT':
      return to === 'read'
        ? { code: 'cli.file-missing', path, similar: [] }
        : { code: 'cli.folder-missing', path, folder: dirname(path) };
    case 'ENOTDIR':
      return { code: 'cli.folder-missing', path, folder: dirname(path) };
    case 'EISDIR':
      return { code: 'cli.is-a-folder', path, pictures: [] };
    case 'EACCES':
    case 'EPERM':
      return { code: 'cli.no-permission', path, to };
    case 'ENOSPC':
      return { code: 'cli.file-trouble', path, observed: 'the disk is full' };
    default:
      return { code: 'cli.file-trouble', path, observed: error.code };
  }
}
