import { spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { openDiskBlobs } from './disk-blobs.ts';

let root = '';
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'vidimus-disk-'));
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

const open = () => openDiskBlobs(root, () => new Date());
const files = () =>
  readdirSync(root, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
const MODULE = JSON.stringify(new URL('./disk-blobs.ts', import.meta.url).href);

test('files and folders are for their owner alone, two folders deep', async () => {
  const blobs = await open();
  await blobs.put('blob_mine', Buffer.from('x'));
  const [file = ''] = files();
  expect(file.slice(root.length)).toMatch(/^\/[0-9a-f]{2}\/[0-9a-f]{2}\/blob_mine$/);
  expect(statSync(file).mode & 0o777).toBe(0o600);
  expect(statSync(join(file, '..')).mode & 0o777).toBe(0o700);
  expect(statSync(join(file, '../..')).mode & 0o777).toBe(0o700);
});

test('what a crash left half-written long ago is swept at the start, and what is being written is not', async () => {
  await open();
  const [old, fresh] = [join(root, 'incoming', 'old'), join(root, 'incoming', 'fresh')];
  for (const path of [old, fresh]) writeFileSync(path, 'half');
  const anHourAgo = Date.now() / 1000 - 3600;
  utimesSync(old, anHourAgo, anHourAgo);
  await open();
  expect(files()).toEqual([fresh]);
});

test('a process that is killed between writing and naming leaves no blob, not even half of one', async () => {
  await (await open()).put('blob_before', Buffer.from('whole'));
  const script = `
    import fs from 'node:fs/promises';
    import { syncBuiltinESMExports } from 'node:module';
    fs.rename = async () => { process.kill(process.pid, 'SIGKILL'); await new Promise(() => setInterval(() => {}, 1000)); };
    syncBuiltinESMExports();
    const { openDiskBlobs } = await import(${MODULE});
    const blobs = await openDiskBlobs(${JSON.stringify(root)}, () => new Date());
    await blobs.put('blob_after', Buffer.alloc(1_000_000, 7));`;
  const child = spawnSync(process.execPath, ['--input-type=module', '-e', script], { encoding: 'utf8' });
  expect(child.signal).toBe('SIGKILL');
  const blobs = await open();
  expect(await blobs.get('blob_after')).toBeUndefined();
  expect(await blobs.get('blob_before')).toEqual(Buffer.from('whole'));
  expect(readdirSync(join(root, 'incoming'))).toHaveLength(1);
});

test('a process that is killed at any moment leaves whole blobs, and all that it acknowledged', {
  timeout: 60_000,
}, async () => {
  const length = 300_000;
  const script = `
    const { openDiskBlobs } = await import(${MODULE});
    const blobs = await openDiskBlobs(${JSON.stringify(root)}, () => new Date());
    for (let index = 0; ; index++) {
      const key = 'blob_' + process.pid + '_' + index;
      await blobs.put(key, Buffer.alloc(${length}, index % 256));
      process.stdout.write(key + ' ');
    }`;
  for (const delayMs of [0, 3, 11, 17, 29, 53]) {
    const child = spawn(process.execPath, ['--input-type=module', '-e', script], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    let said = '';
    child.stdout.on('data', (chunk: Buffer) => {
      if (said === '') setTimeout(() => child.kill('SIGKILL'), delayMs);
      said += chunk.toString();
    });
    await new Promise((resolve) => child.once('close', resolve));
    const blobs = await open();
    const acknowledged = said.split(' ').slice(0, -1);
    expect(acknowledged.length).toBeGreaterThan(0);
    for (const key of acknowledged) expect(await blobs.get(key)).toHaveLength(length);
    for (const file of files().filter((path) => !path.includes('incoming'))) expect(statSync(file).size).toBe(length);
  }
});

/** A file system of its own, as small as a full one, in a namespace that ends with the child. */
const SMALL = ['-Urm', 'sh', '-c', 'mount -t tmpfs -o size=256k none "$0" && exec "$@"'];
const canMount = spawnSync('unshare', [...SMALL, tmpdir(), 'true']).status === 0;

test.runIf(canMount)(
  'a full disk refuses the blob by name, keeps nothing of it, and works again when there is room',
  () => {
    const script = `
    import { readdirSync } from 'node:fs';
    const { openDiskBlobs } = await import(${MODULE});
    const blobs = await openDiskBlobs(${JSON.stringify(root)}, () => new Date());
    await blobs.put('blob_first', Buffer.alloc(150_000, 1));
    const refusal = await blobs.put('blob_second', Buffer.alloc(150_000, 2)).catch((error) => [error.name, error.code]);
    const half = [await blobs.get('blob_second') ?? 'nothing', readdirSync(${JSON.stringify(join(root, 'incoming'))})];
    await blobs.remove('blob_first');
    await blobs.put('blob_second', Buffer.alloc(150_000, 2));
    const later = (await blobs.get('blob_second')).length;
    process.stdout.write(JSON.stringify({ refusal, half, later }));`;
    const node = [process.execPath, '--input-type=module', '-e', script];
    const child = spawnSync('unshare', [...SMALL, root, ...node], { encoding: 'utf8' });
    expect(child.stderr).toBe('');
    expect(JSON.parse(child.stdout)).toEqual({
      refusal: ['StorageFull', 'storage.full'],
      half: ['nothing', []],
      later: 150_000,
    });
  },
);
