/**
 * One process a directory: two PGlite sessions on one data directory lose rows. The lock is a Unix socket that its owner
 * listens on: a dead owner does not answer, however it died. Each owner takes the next number, since a lock that is removed and made
 * again under one name can be removed by somebody who still means the one before; a number, once dead, never lives again.
 */
import { randomUUID } from 'node:crypto';
import { closeSync, linkSync, openSync, readdirSync, rmSync } from 'node:fs';
import { connect, createServer, type Server } from 'node:net';
import { join } from 'node:path';
import type { Result } from '@vidimus/engine/standards';

export type DirectoryLock = { readonly release: () => void };
export type DirectoryTaken = { readonly code: 'database.directory-taken'; readonly directory: string };

/** Takes the lock of an existing directory, also after an owner that died; refuses while another process lives on it. */
export async function lockDirectory(directory: string): Promise<Result<DirectoryLock, DirectoryTaken>> {
  const place = shortPlace(directory);
  const own = socketName();
  const server = await listen(join(place.path, own));
  try {
    for (;;) {
      const last = lastOwner(directory);
      if (last > 0 && (await answers(join(place.path, ownerName(last))))) {
        server.close();
        return { ok: false, error: { code: 'database.directory-taken', directory } };
      }
      const next = last + 1;
      if (!linked(join(directory, own), join(directory, ownerName(next)))) continue;
      // Whoever was slow may have taken a number that was cleared away long ago.
      if (lastOwner(directory) > next) rmSync(join(directory, ownerName(next)), { force: true });
      else {
        clearBefore(next, directory);
        return { ok: true, value: { release: () => server.close() } };
      }
    }
  } finally {
    rmSync(join(directory, own), { force: true });
    place.leave();
  }
}

const OWNER = /^owner-(\d+)[.]sock$/;
const ownerName = (number: number) => `owner-${number}.sock`;
const socketName = () => `${randomUUID().slice(0, 8)}.sock`;

/** The highest number taken; 0 where there was no owner yet. */
function lastOwner(directory: string): number {
  return Math.max(0, ...readdirSync(directory).map((name) => Number(OWNER.exec(name)?.[1] ?? 0)));
}

function clearBefore(number: number, directory: string): void {
  for (const name of readdirSync(directory)) {
    const owner = OWNER.exec(name);
    if (owner !== null && Number(owner[1]) < number) rmSync(join(directory, name), { force: true });
  }
}

/** Longer paths than this no socket can have (sockaddr_un: 104 bytes on macOS, 108 on Linux, with the closing zero). */
const LONGEST_PATH = 103;

/** The directory under a path that is short enough for a socket: on Linux every open directory has one. */
function shortPlace(directory: string): { readonly path: string; readonly leave: () => void } {
  const bytes = Buffer.byteLength(join(directory, ownerName(Number.MAX_SAFE_INTEGER)));
  if (bytes <= LONGEST_PATH) return { path: directory, leave: () => {} };
  if (process.platform !== 'linux') {
    throw new Error(
      `The path of the data directory is too long for its lock (${bytes} bytes of ${LONGEST_PATH}): choose a shorter one`,
    );
  }
  const descriptor = openSync(directory, 'r');
  return { path: `/proc/self/fd/${descriptor}`, leave: () => closeSync(descriptor) };
}

function listen(path: string): Promise<Server> {
  return new Promise((resolve, reject) => {
    const server = createServer((socket) => socket.end());
    server.once('error', reject);
    server.listen(path, () => resolve(server.unref()));
  });
}

/** Whether somebody listens. Only a refusal is a no: another user's socket, or one that is busy, is alive. */
function answers(path: string): Promise<boolean> {
  return new Promise((resolve) => {
    const probe = connect(path);
    probe.once('connect', () => {
      probe.destroy();
      resolve(true);
    });
    probe.once('error', (error: NodeJS.ErrnoException) => resolve(!DEAD.has(error.code ?? '')));
  });
}
const DEAD: ReadonlySet<string> = new Set(['ECONNREFUSED', 'ENOENT']);

/** Whether the name was free and is ours now. */
function linked(from: string, to: string): boolean {
  try {
    linkSync(from, to);
    return true;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') return false;
    throw error;
  }
}
