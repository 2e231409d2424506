import { glob, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';

const root = join(import.meta.dirname, '..');

test('docs/dependencies.md gives a reason for exactly the packages that we depend on', async () => {
  const page = await readFile(join(root, 'docs', 'dependencies.md'), 'utf8');
  const rows = [...page.matchAll(/^\| `([^`]+)` \|(?:[^|]+\|)? (.+) \|$/gm)];
  const described = rows.map(([, name]) => name ?? '');
  expect(described.toSorted()).toEqual(await ourDependencies());
  for (const [, name, reason] of rows) expect((reason ?? '').length, `the reason for ${name}`).toBeGreaterThan(10);
});

async function ourDependencies(): Promise<readonly string[]> {
  const names = new Set<string>();
  for await (const path of glob(
    ['package.json', '{packages,apps}/*/package.json', '{specimens,bench}/package.json', 'examples/*/package.json'],
    {
      cwd: root,
    },
  )) {
    const manifest: unknown = JSON.parse(await readFile(join(root, path), 'utf8'));
    for (const name of [...keysOf(manifest, 'dependencies'), ...keysOf(manifest, 'devDependencies')]) {
      if (!name.startsWith('@vidimus/')) names.add(name);
    }
  }
  return [...names].toSorted();
}

function keysOf(value: unknown, key: string): readonly string[] {
  const inner: unknown = typeof value === 'object' && value !== null ? Reflect.get(value, key) : undefined;
  return typeof inner === 'object' && inner !== null ? Object.keys(inner) : [];
}
