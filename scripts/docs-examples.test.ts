/** What the pages show has to work: their TypeScript compiles, their commands and options exist, their links lead somewhere. */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { glob, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname, join, relative } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import * as mrzDoor from '../packages/engine/src/mrz.ts';

const root = join(import.meta.dirname, '..');
const examples = join(root, 'out', 'docs-examples');
const PAGES = ['*.md', 'docs/**/*.md', 'bench/*.md', 'training/*/README.md', 'examples/*/README.md'];
const texts: { readonly page: string; readonly text: string }[] = [];
for await (const page of glob(PAGES, { cwd: root }))
  texts.push({ page, text: await readFile(join(root, page), 'utf8') });

/** Blocks of TypeScript that begin with the path of their file. */
const blocks = texts.flatMap(({ page, text }) =>
  [...text.matchAll(/```ts\n\s*\/\/ (\S+\.ts)\n(.*?)```/gs)].map(([, path = '', code = '']) => ({ page, path, code })),
);
const fileOf = (index: number) => join(examples, `example-${index}.ts`);

beforeAll(async () => {
  await rm(examples, { recursive: true, force: true });
  await mkdir(examples, { recursive: true });
  for (const [index, { path, code }] of blocks.entries()) {
    const beside = relative(examples, join(root, dirname(path)));
    await writeFile(fileOf(index), code.replaceAll("from './", `from '${beside}/`));
  }
});

test('TypeScript that begins with the path of its file compiles there', { timeout: 120_000 }, async () => {
  expect(blocks.length).toBeGreaterThan(0);
  await writeFile(join(examples, 'tsconfig.json'), '{ "extends": "../../tsconfig.json", "include": ["*.ts"] }');
  const tsc = join(root, 'node_modules', '.bin', 'tsc');
  const { stdout, status } = spawnSync(tsc, ['--noEmit', '-p', examples], { encoding: 'utf8' });
  expect({ stdout, status }).toEqual({ stdout: '', status: 0 });
});

test('TypeScript that tells what it prints (`// →`) prints that', () => {
  const telling = blocks.map(({ code }) => [...code.matchAll(/\/\/ → (.*)/g)].map(([, told]) => told));
  expect(telling.flat().length).toBeGreaterThan(0);
  for (const [index, told] of telling.entries()) {
    if (told.length === 0) continue;
    const { stdout, stderr } = spawnSync(process.execPath, [fileOf(index)], { encoding: 'utf8' });
    expect({ page: blocks[index]?.path, printed: stdout.trimEnd().split('\n'), stderr }).toEqual({
      page: blocks[index]?.path,
      printed: told,
      stderr: '',
    });
  }
});

test('docs/mrz.md tells everything that the door gives', () => {
  const page = texts.find((one) => one.page === 'docs/mrz.md')?.text ?? '';
  expect(Object.keys(mrzDoor).filter((name) => !page.includes(name))).toEqual([]);
});

test('commands and options of `npx vidimus` exist', async () => {
  const sources = ['program.ts', 'server-commands.ts'].map((name) => join(root, 'apps', 'cli', 'src', name));
  const program = (await Promise.all(sources.map((path) => readFile(path, 'utf8')))).join('');
  for (const { page, text } of texts) {
    for (const [line, command = ''] of text.matchAll(/npx vidimus ([a-z]+)[^\n`]*/g)) {
      expect(program, `${page}: ${line}`).toContain(`command('${command}')`);
      for (const [option] of line.matchAll(/--[a-z-]+/g)) expect(program, `${page}: ${line}`).toContain(option);
    }
  }
});

test('scripts that `npm run` is told to run exist', async () => {
  const manifests = await Promise.all(
    ['package.json', 'specimens/package.json'].map((path) => readFile(join(root, path), 'utf8')),
  );
  for (const { page, text } of texts) {
    for (const [line, name = ''] of text.matchAll(/npm run ([a-z:]+)/g))
      expect(manifests.join(''), `${page}: ${line}`).toContain(`"${name}":`);
  }
});

test('links between pages and files lead somewhere', () => {
  const lost = texts.flatMap(({ page, text }) =>
    [...text.matchAll(/\]\((?!https?:)([^)#\s]+)(?:#[^)]*)?\)/g)]
      .filter(([, to = '']) => !existsSync(join(root, dirname(page), to)))
      .map(([, to]) => `${page}: ${to}`),
  );
  expect(lost).toEqual([]);
});
