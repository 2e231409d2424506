import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import configuration from '../.dependency-cruiser.mjs';
import { boundaryFindings } from './boundary-findings.ts';
import { cruiseTree } from './cruise.ts';
import { listSourceFiles } from './source-files.ts';

const engine = 'packages/engine/src';

/** What stands before the address. */
const PLAIN = 'import { a } from';

type Tree = Readonly<Record<string, string>>;

/** For every rule a tree that breaks it, by one import, and the import that is at fault. */
const BROKEN: readonly (readonly [rule: string, from: string, to: string, statement?: string])[] = [
  ['photo-looks-back-only', `${engine}/photo/locate.ts`, `${engine}/reading/index.ts`],
  ['reading-looks-back-only', `${engine}/reading/read.ts`, `${engine}/checks/index.ts`],
  ['checks-looks-back-only', `${engine}/checks/sharp.ts`, `${engine}/decision/index.ts`],
  ['decision-looks-back-only', `${engine}/decision/decide.ts`, `${engine}/report/index.ts`],
  ['zones-do-not-peek', `${engine}/reading/mrz/read.ts`, `${engine}/reading/barcode/read.ts`],
  ['ground-floor', `${engine}/standards/date.ts`, `${engine}/photo/index.ts`],
  ['engine-does-no-io', `${engine}/photo/load.ts`, 'node:fs'],
  ['natives-behind-ports', `${engine}/photo/load.ts`, 'sharp'],
  ['node-is-outside', `${engine}/photo/load.ts`, `${engine}/node/index.ts`],
  ['engine-stands-alone', `${engine}/photo/load.ts`, 'packages/protocol/src/index.ts'],
  ['use-the-front-door', `${engine}/reading/read.ts`, `${engine}/photo/locate.ts`],
  ['recipes-use-the-front-door', `${engine}/read-document.ts`, `${engine}/photo/locate.ts`],
  ['not-by-the-own-front-door', `${engine}/photo/locate.ts`, `${engine}/photo/index.ts`],
  ['mrz-door-is-bare', `${engine}/mrz.ts`, 'zod'],
  ['live-door-has-no-models', `${engine}/live.ts`, `${engine}/models/index.ts`],
  ['resolved-or-nothing', `${engine}/photo/locate.ts`, 'no-such-package'],
  ['no-test-in-the-product', `${engine}/photo/locate.ts`, `${engine}/photo/locate.test.ts`],
  ['by-the-package-name', 'apps/cli/src/main.ts', 'packages/vocabulary/src/index.ts'],
  ['vocabulary-imports-zod-alone', 'packages/vocabulary/src/index.ts', 'node:path'],
  ['specimens-know-standards-only', 'specimens/src/draw.ts', `${engine}/photo/index.ts`],
  ['specimens-are-for-trying', `${engine}/photo/locate.ts`, 'specimens/src/index.ts'],
  ['nothing-imports-bench', 'apps/cli/src/main.ts', 'bench/src/main.ts'],
  ['nothing-imports-scripts', 'apps/cli/src/main.ts', 'scripts/cruise.ts'],
  ['packages-know-no-app', 'packages/ui/src/index.ts', 'apps/web/src/index.ts'],
  ['apps-are-strangers', 'apps/web/src/index.ts', 'apps/server/src/index.ts'],
  ['server-commands-for-the-cli-alone', 'apps/web/src/index.ts', 'apps/server/src/commands.ts'],
  ['server-commands-load-late', 'apps/cli/src/main.ts', 'apps/server/src/commands.ts'],
  ['protocol-speaks-vocabulary-and-zod', 'packages/protocol/src/index.ts', `${engine}/photo/index.ts`],
  ['sdk-speaks-protocol-only', 'packages/sdk/src/index.ts', `${engine}/photo/index.ts`],
  ['examples-are-strangers', 'examples/shop/shop.ts', 'packages/protocol/src/index.ts'],
  ['web-asks-the-server', 'apps/web/src/index.ts', `${engine}/photo/index.ts`],
  ['ui-is-looks-alone', 'packages/ui/src/index.ts', 'packages/protocol/src/index.ts'],
  ['rules-know-no-plumbing', 'apps/server/src/cases/case.ts', 'apps/server/src/cases/store.ts'],
  // a type that goes the wrong way draws the architecture, too
  ['photo-looks-back-only', `${engine}/photo/locate.ts`, `${engine}/reading/index.ts`, 'import type { A } from'],
];

/** What the rules are there to let through. */
const ALLOWED: readonly (readonly [from: string, to: string, statement?: string])[] = [
  [`${engine}/reading/read.ts`, `${engine}/photo/index.ts`],
  [`${engine}/photo/locate.ts`, `${engine}/standards/index.ts`],
  [`${engine}/node/decode.ts`, 'sharp'],
  [`${engine}/photo/locate.test.ts`, 'node:fs'],
  [`${engine}/mrz.ts`, `${engine}/standards/mrz.ts`],
  ['packages/vocabulary/src/index.ts', 'zod'],
  ['apps/cli/src/main.ts', 'apps/server/src/commands.ts', 'await import('],
  ['apps/web/src/pages.fixture.ts', 'apps/server/src/db/database.fixture.ts'],
];

let root: string;
beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'vidimus-rules-'));
});
afterAll(() => rm(root, { recursive: true, force: true }));

describe('the import rules', () => {
  for (const [rule, from, to, statement] of BROKEN) {
    test(`${rule} is broken by ${from} → ${to}`, async () => {
      expect(await brokenRules(treeOf(from, to, statement))).toContain(rule);
    });
  }

  for (const [from, to, statement] of ALLOWED) {
    test(`${from} may import ${to}`, async () => {
      expect(await brokenRules(treeOf(from, to, statement))).toEqual([]);
    });
  }

  test('a circle is seen, of types alone as well', async () => {
    const tree = {
      [`${engine}/photo/a.ts`]: "import type { B } from './b.ts';\nexport type A = B;\n",
      [`${engine}/photo/b.ts`]: "import type { A } from './a.ts';\nexport type B = A;\n",
    };
    expect(await brokenRules(tree)).toContain('no-circular');
  });

  test('every rule is broken once here', () => {
    const proven = new Set([...BROKEN.map(([rule]) => rule), 'no-circular']);
    expect(configuration.forbidden.map(({ name }) => name).filter((name) => !proven.has(name ?? ''))).toEqual([]);
  });

  test('a file whose imports were not read is a finding, not silence', async () => {
    const tree = treeOf(`${engine}/photo/locate.ts`, `${engine}/standards/index.ts`);
    const folder = await plant(tree);
    const files = await listSourceFiles(folder, ['packages']);
    const cruised = await cruiseTree(folder, ['packages']);
    const blind = { ...cruised, modules: cruised.modules.map((module) => ({ ...module, dependencies: [] })) };
    const none = { ...cruised, modules: [] };
    expect(boundaryFindings(cruised, files)).toEqual([]);
    expect(boundaryFindings(blind, files).map(({ rule }) => rule)).toEqual(['seen-whole']);
    expect(boundaryFindings(none, files).map(({ rule }) => rule)).toEqual(['seen-whole', 'seen-whole']);
  });
});

function treeOf(from: string, to: string, statement = PLAIN): Tree {
  const isFile = to.endsWith('.ts');
  const up = '../'.repeat(dirname(from).split('/').length);
  const address = isFile ? `${up}${to}` : to;
  const quoted = statement.endsWith('(') ? `'${address}')` : ` '${address}'`;
  const files = { [from]: `${statement}${quoted};\nexport const used = 1;\n` };
  return isFile ? { ...files, [to]: 'export const a = 1;\nexport type A = 1;\n' } : files;
}

async function brokenRules(tree: Tree): Promise<readonly string[]> {
  const folder = await plant(tree);
  const folders = [...new Set(Object.keys(tree).map((path) => path.split('/')[0] ?? ''))];
  const cruised = await cruiseTree(folder, folders);
  return cruised.summary.violations.map(({ rule }) => rule.name);
}

async function plant(tree: Tree): Promise<string> {
  const folder = await mkdtemp(join(root, 'tree-'));
  const packages = Object.fromEntries(
    ['sharp', 'zod'].flatMap((name) => [
      [`node_modules/${name}/package.json`, `{ "name": "${name}", "version": "1.0.0", "main": "index.js" }`],
      [`node_modules/${name}/index.js`, 'exports.a = 1;'],
    ]),
  );
  const manifest = { 'package.json': '{ "dependencies": { "sharp": "1.0.0", "zod": "1.0.0" } }' };
  for (const [path, text] of Object.entries({ ...tree, ...packages, ...manifest })) {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), text);
  }
  return folder;
}
