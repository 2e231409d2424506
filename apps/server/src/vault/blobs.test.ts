/** The contract of a store of blobs, held to by both of them. */
import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer, type IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { BLOB_STORES, BUCKET, CREDENTIALS, type OpenedStore } from './blob-stores.fixture.ts';
import { openS3Blobs } from './s3-blobs.ts';
import { StorageFull } from './storage-full.ts';

describe.each(BLOB_STORES)('blobs on %s', (_, open) => {
  let folder = '';
  let opened: OpenedStore;
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'vidimus-blobs-'));
    opened = await open(folder);
  });
  afterAll(async () => {
    await opened.close();
    rmSync(folder, { recursive: true, force: true });
  });

  test.each([0, 1, 1_000, 5_000_000])('%i bytes come back as they were put', async (length) => {
    const bytes = randomBytes(length);
    await opened.blobs.put(`blob_of_${length}`, bytes);
    expect((await opened.blobs.get(`blob_of_${length}`))?.equals(bytes)).toBe(true);
  });

  test('a key that does not exist has nothing', async () => {
    expect(await opened.blobs.get('blob_of_nobody')).toBeUndefined();
  });

  test('a later put takes the place of the earlier', async () => {
    await opened.blobs.put('blob_twice', Buffer.from('first, and longer'));
    await opened.blobs.put('blob_twice', Buffer.from('second'));
    expect(await opened.blobs.get('blob_twice')).toEqual(Buffer.from('second'));
  });

  test('a removed blob is gone, and may be removed again', async () => {
    await opened.blobs.put('blob_removed', Buffer.from('x'));
    await opened.blobs.remove('blob_removed');
    await opened.blobs.remove('blob_removed');
    expect(await opened.blobs.get('blob_removed')).toBeUndefined();
  });

  test('many at once do not mix', async () => {
    const puts = Array.from({ length: 20 }, (_, index) => [`blob_many_${index}`, randomBytes(10_000)] as const);
    await Promise.all(puts.map(([key, bytes]) => opened.blobs.put(key, bytes)));
    for (const [key, bytes] of puts) expect((await opened.blobs.get(key))?.equals(bytes)).toBe(true);
  });

  test.each([
    '../../../etc/passwd',
    'a/../../b',
    '/etc/passwd',
    '..',
    '',
    'short',
    'blob%2e%2e%2f',
    'blob\0name',
    'a'.repeat(129),
    'blob/name',
  ])('the key %j is a bug', async (key) => {
    await expect(opened.blobs.put(key, Buffer.from('x'))).rejects.toThrow(/blob key/);
    await expect(opened.blobs.get(key)).rejects.toThrow(/blob key/);
    await expect(opened.blobs.remove(key)).rejects.toThrow(/blob key/);
  });
});

/** A store that answers everything with this. */
async function answering(
  status: number,
  code: string,
): Promise<{ endpoint: string; asked: () => readonly IncomingHttpHeaders[]; close: () => void }> {
  const asked: IncomingHttpHeaders[] = [];
  const server = createServer((request, response) => {
    asked.push(request.headers);
    request.resume();
    if (status > 0) response.writeHead(status).end(code === '' ? '' : `<Error><Code>${code}</Code></Error>`);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  const close = () => {
    server.close();
    server.closeAllConnections();
  };
  return { endpoint: `http://127.0.0.1:${portOf(address)}`, asked: () => asked, close };
}

function portOf(address: AddressInfo | string | null): number {
  if (address === null || typeof address === 'string') throw new Error('the server does not listen');
  return address.port;
}

describe('an S3 store that', () => {
  const place = { region: 'us-east-1', bucket: BUCKET, credentials: CREDENTIALS };

  test.each([
    [507, 'InsufficientStorage'],
    [507, 'XMinioStorageFull'],
    [403, 'QuotaExceeded'],
  ])('answers %i %s is full', async (status, code) => {
    const server = await answering(status, code);
    const blobs = openS3Blobs({ ...place, endpoint: server.endpoint });
    await expect(blobs.put('blob_of_mine', Buffer.from('x'))).rejects.toBeInstanceOf(StorageFull);
    blobs.close();
    server.close();
  });

  test('is broken is asked three times, and the error is not swallowed', async () => {
    const server = await answering(500, 'InternalError');
    const blobs = openS3Blobs({ ...place, endpoint: server.endpoint });
    await expect(blobs.get('blob_of_mine')).rejects.toThrow();
    expect(server.asked()).toHaveLength(3);
    blobs.close();
    server.close();
  });

  test('takes a blob gets its checksum with it', async () => {
    const server = await answering(200, '');
    const blobs = openS3Blobs({ ...place, endpoint: server.endpoint });
    await blobs.put('blob_of_mine', Buffer.from('123456789'));
    // The check value of CRC-32 (0xcbf43926).
    expect(server.asked()[0]).toMatchObject({ 'x-amz-checksum-crc32': 'y/Q5Jg==' });
    blobs.close();
    server.close();
  });

  test('refuses access is no store without the blob', async () => {
    const server = await answering(403, 'AccessDenied');
    const blobs = openS3Blobs({ ...place, endpoint: server.endpoint });
    await expect(blobs.get('blob_of_mine')).rejects.toThrow();
    blobs.close();
    server.close();
  });

  test('never answers is given up in time', async () => {
    const server = await answering(0, '');
    const blobs = openS3Blobs({ ...place, endpoint: server.endpoint, timeoutMs: 300 });
    const began = performance.now();
    await expect(blobs.put('blob_of_mine', Buffer.from('x'))).rejects.toThrow();
    expect(performance.now() - began).toBeLessThan(3_000);
    blobs.close();
    server.close();
  });
});
