import { globSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';

/** Where onnxruntime has reported to by itself since 1.29, in its builds for Linux and macOS. */
const COLLECTOR = 'events.data.microsoft.com';

test('the runtime of the models knows no address to report to', () => {
  const folder = join(dirname(createRequire(import.meta.url).resolve('onnxruntime-node')), '..', 'bin');
  const libraries = globSync('**/*{.so*,.dylib,.dll,.node}', { cwd: folder });
  expect(libraries.some((name) => name.includes('onnxruntime'))).toBe(true);
  expect(libraries.filter((name) => readFileSync(join(folder, name)).includes(COLLECTOR))).toEqual([]);
});
