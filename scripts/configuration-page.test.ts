/** docs/operations/configuration.md names what the code reads, with the defaults that the code has and examples that it takes. */
import { glob, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { CONFIGURATION_VARIABLES, readConfiguration } from '../apps/server/src/configuration.ts';

const root = join(import.meta.dirname, '..');
const page = await readFile(join(root, 'docs', 'operations', 'configuration.md'), 'utf8');
const rows = new Map(
  [...page.matchAll(/^\| `([A-Z0-9_]+)` \| (.*) \| (.*) \| `(.*)` \|$/gm)].map(
    ([, name = '', , without = '', example = '']) => [name, { without, example }],
  ),
);
/** Read elsewhere than in configuration.ts, by the names of others. */
const OF_THE_SYSTEM = ['XDG_DATA_HOME'];
/** In examples of requests, for the shell of whoever tries them. */
const OF_CALLERS = ['VIDIMUS_URL', 'VIDIMUS_KEY'];

test('every variable that is read has its row, and no other has', async () => {
  const ours = new Set<string>();
  for await (const file of glob(['{apps,packages}/*/src/**/*.ts', 'apps/cli/*.mjs'], { cwd: root })) {
    if (/[.](test|fixture)[.]ts$/.test(file)) continue;
    const source = await readFile(join(root, file), 'utf8');
    for (const [name] of source.matchAll(/\bVIDIMUS_[A-Z0-9_]*[A-Z0-9]\b(?!_)/g)) ours.add(name);
  }
  const read = new Set(
    [...ours, ...CONFIGURATION_VARIABLES, ...OF_THE_SYSTEM].filter((name) => !OF_CALLERS.includes(name)),
  );
  expect([...rows.keys()].toSorted()).toEqual([...read].toSorted());
});

test('the examples are understood, all at once', () => {
  const examples = CONFIGURATION_VARIABLES.map((name) => [name, rows.get(name)?.example] as const);
  expect(readConfiguration(Object.fromEntries(examples))).toMatchObject({ ok: true });
});

test('what is said to hold without a variable is what the code does', () => {
  const without = readConfiguration({});
  if (!without.ok) throw new Error('an empty environment is refused');
  const { address, role } = without.value;
  const store = { VIDIMUS_S3_BUCKET: 'b', VIDIMUS_S3_ACCESS_KEY_ID: 'i', VIDIMUS_S3_SECRET_ACCESS_KEY: 's' };
  const s3 = readConfiguration(store);
  expect(['PORT', 'HOST', 'VIDIMUS_ROLE', 'VIDIMUS_S3_REGION'].map((name) => rows.get(name)?.without)).toEqual(
    [address?.port, address?.host, role, s3.ok && s3.value.s3?.region].map((value) => `\`${value}\``),
  );
});
