/**
 * PostgreSQL panics when it can no longer write its log, on a full disk above all: its process ends, and the next goes on from what the log
 * holds. In PGlite 0.5.14 the session lives on instead, with changes in memory that were never written, and its socket server (0.2.17)
 * hangs for ever after an exception. Can go when PGlite ends by itself.
 */
import type { PGlite } from '@electric-sql/pglite';

/** Calls `end` at the first panic or exception of the session, once its answer is on the way; after that the session answers nobody. */
export function endOnPanic(database: PGlite, end: () => void): void {
  const exec = database.execProtocolRawStream.bind(database);
  database.execProtocolRawStream = async (message, options) => {
    let hasPanicked = false;
    const onRawData = (bytes: Uint8Array) => {
      hasPanicked ||= Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).includes(PANIC);
      options.onRawData(bytes);
    };
    try {
      await exec(message, { ...options, onRawData });
    } catch {
      hasPanicked = true; // the session is broken whatever was thrown, and its successor starts from the log
    }
    if (!hasPanicked) return;
    setImmediate(end);
    await new Promise(() => {});
  };
}

/** Field V of an ErrorResponse: the severity, in no language but English (PostgreSQL, Error and Notice Message Fields). */
const PANIC = '\0VPANIC\0';
