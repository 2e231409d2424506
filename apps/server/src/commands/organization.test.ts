import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openDatabase } from '../db/open-database.ts';
import { copyTestDirectory } from '../db/test-database.fixture.ts';
import { newOrganization } from './organization.ts';

let data = '';
beforeAll(async () => {
  data = await copyTestDirectory();
  process.env.VIDIMUS_DATA = data;
}, 60_000);
afterAll(() => {
  delete process.env.VIDIMUS_DATA;
  rmSync(data, { recursive: true, force: true });
});

async function made(name: string, owner: string) {
  const texts: string[] = [];
  const tell = { out: (text: string) => texts.push(text), err: (text: string) => texts.push(text) };
  const status = await newOrganization(name, { owner }, tell);
  return { status, text: texts.join('') };
}

test('an organization comes with its owner, an invitation and a test key that makes no keys', {
  timeout: 60_000,
}, async () => {
  const { status, text } = await made('Example Bank', 'owner@bank.example');
  expect({ status, text }).toEqual({
    status: 0,
    text: expect.stringMatching(/org_\w{26}\n.*mem_\w{26}\n.*\n.*sk_test_/),
  });
  const opened = await openDatabase({ kind: 'embedded', directory: data });
  if (!opened.ok) throw new Error(opened.error.code);
  const [key] = await opened.value.db.selectFrom('api_key').select('scopes').execute();
  expect(key?.scopes).toContain('test:write');
  expect(key?.scopes).not.toContain('keys:write');
  await opened.value.close();
});

test('an address that has an organization is refused, and so is what is no address', { timeout: 60_000 }, async () => {
  expect(await made('Another', 'owner@bank.example')).toMatchObject({
    status: 2,
    text: expect.stringContaining('exists already'),
  });
  expect(await made('Another', 'nobody')).toMatchObject({ status: 2 });
});

test('none is made where no server was run', async () => {
  const empty = mkdtempSync(join(tmpdir(), 'vidimus-empty-'));
  process.env.VIDIMUS_DATA = empty;
  expect(await made('Another', 'a@b.example')).toMatchObject({ status: 2 });
  process.env.VIDIMUS_DATA = data;
  rmSync(empty, { recursive: true });
});
