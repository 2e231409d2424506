import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { homedir, tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { dataDirectoryCandidates, openDataDirectory } from './data-directory.ts';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'vidimus-data-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test.each([
  ['the named one, from where we are', 'data', {}, ['/somewhere/data']],
  ['the shared one of this account', undefined, { XDG_DATA_HOME: '/x' }, ['/x/vidimus', '/somewhere/.vidimus']],
  ['that of its home', undefined, {}, [join(homedir(), '.local/share/vidimus'), '/somewhere/.vidimus']],
])('data lies in %s', (_, named, environment, expected) => {
  expect(dataDirectoryCandidates(named, environment, '/somewhere')).toEqual(expected);
});

test('where the first cannot be made, the next is, for its owner alone', () => {
  const file = join(folder, 'in-the-way');
  writeFileSync(file, '');
  const second = join(folder, 'deep', 'second');
  expect(openDataDirectory([join(file, 'vidimus'), second])).toEqual({ ok: true, value: second });
  expect(statSync(second).mode & 0o777).toBe(0o700);
});

test('where none can be made, the refusal names them all and what the system said', () => {
  const file = join(folder, 'also-in-the-way');
  writeFileSync(file, '');
  const directories = [join(file, 'vidimus')];
  expect(openDataDirectory(directories)).toEqual({
    ok: false,
    error: { code: 'configuration.data-directory-not-usable', directories, observed: 'ENOTDIR' },
  });
});

test.skipIf(process.platform !== 'linux')('a folder whose parent makes no folders is refused at once', () => {
  expect(openDataDirectory(['/proc/nope', '/proc/nope/deep'])).toMatchObject({
    ok: false,
    error: { observed: 'ENOENT' },
  });
});
