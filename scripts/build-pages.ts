/**
 * Builds the pages (apps/web) when they are not, or no longer, as their sources say; with compressed copies of what
 * browsers fetch. A few seconds, once per change.
 */
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { glob, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, gzip } from 'node:zlib';

const root = join(import.meta.dirname, '..');
const web = join(root, 'apps', 'web');
const built = join(web, 'build');
const stamp = join(built, '.built');

/** What the pages are made of. */
const SOURCES = [
  'apps/web/{src,public}/**/*.*',
  'apps/web/*.{ts,json}',
  'packages/{ui,vocabulary,protocol,sdk,engine}/src/**/*.{ts,tsx,css}',
  'package-lock.json',
];

/** Builds unless what is there is up to date. `say` is told that it takes a while. Throws with the builder's words. */
export async function buildPages(say: (line: string) => void): Promise<void> {
  const wanted = await fingerprint();
  if (existsSync(stamp) && (await readFile(stamp, 'utf8')) === wanted) return;
  const startedAt = performance.now();
  say('Vidimus: building its pages (once, some seconds) …');
  await rm(stamp, { force: true });
  await runBuilder(join('@react-router', 'dev', 'bin.cjs'), ['build']);
  await runBuilder(join('vite', 'bin', 'vite.js'), ['build', '--config', 'vite.embed.config.ts']);
  await compressAll(join(built, 'client', 'assets'), '*.{js,css,svg,json}');
  await compressAll(join(built, 'client'), 'embed.js');
  await writeFile(`${stamp}.${process.pid}`, wanted);
  await rename(`${stamp}.${process.pid}`, stamp);
  say(`Vidimus: pages built in ${((performance.now() - startedAt) / 1000).toFixed(1)} s.`);
}

if (process.argv[1] === import.meta.filename) {
  try {
    await buildPages((line) => process.stderr.write(`${line}\n`));
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    process.exitCode = 1;
  }
}

async function fingerprint(): Promise<string> {
  const paths: string[] = [];
  for await (const path of glob(SOURCES, { cwd: root })) paths.push(path);
  const isSource = (path: string) => !/[.](test|fixture)[.]tsx?$/.test(path) && !path.includes('/build/');
  const hash = createHash('sha256');
  for (const path of paths.filter(isSource).sort()) hash.update(`${path}\n`).update(await readFile(join(root, path)));
  return hash.digest('hex');
}

/** `program`: a path in node_modules. */
async function runBuilder(program: string, args: readonly string[]): Promise<void> {
  const child = spawn(process.execPath, [join(root, 'node_modules', program), ...args], {
    cwd: web,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, NODE_ENV: 'production' },
  });
  let said = '';
  child.stdout.on('data', (chunk: Buffer) => (said += chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => (said += chunk.toString()));
  const [status] = await once(child, 'close');
  if (status !== 0) throw new Error(`The pages could not be built:\n${said}`);
}

/** Beside each file that browsers fetch, as `x.js.br` and `x.js.gz`; the server sends what the browser understands. */
async function compressAll(directory: string, which: string): Promise<void> {
  for await (const path of glob(which, { cwd: directory })) {
    const bytes = await readFile(join(directory, path));
    await writeFile(join(directory, `${path}.br`), await promisify(brotliCompress)(bytes));
    await writeFile(join(directory, `${path}.gz`), await promisify(gzip)(bytes, { level: 9 }));
  }
}
