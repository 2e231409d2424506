import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { verifyAudit } from '../audit/audit-file.ts';
import { openDatabase } from '../db/open-database.ts';
import { copyTestDirectory } from '../db/test-database.fixture.ts';
import { exportAuditFile, verifyAuditFile } from './audit.ts';

let folder = '';
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'vidimus-audit-command-'));
  const data = await copyTestDirectory();
  process.env.VIDIMUS_DATA = data;
  const opened = await openDatabase({ kind: 'embedded', directory: data });
  if (!opened.ok) throw new Error(opened.error.code);
  await opened.value.db.insertInto('organization').values({ id: 'org_a', name: 'A', created_at: new Date() }).execute();
  await opened.value.close();
}, 60_000);
afterAll(() => {
  const data = process.env.VIDIMUS_DATA ?? '';
  delete process.env.VIDIMUS_DATA;
  for (const each of [data, folder]) rmSync(each, { recursive: true, force: true });
});

const told = () => {
  const texts: string[] = [];
  return { texts, tell: { out: (text: string) => texts.push(text), err: (text: string) => texts.push(text) } };
};

test('the record is written out, verifies, and says that it was taken away', { timeout: 60_000 }, async () => {
  const file = join(folder, 'a.jsonl');
  expect(await exportAuditFile('org_a', file, told().tell)).toBe(0);
  expect(verifyAudit(readFileSync(file, 'utf8'))).toMatchObject({ ok: true, entries: 1 });
  expect(readFileSync(file, 'utf8')).toContain('audit.exported');
  expect(await verifyAuditFile(file, {}, told().tell)).toBe(0);
  const { texts, tell } = told();
  expect(await exportAuditFile('org_a', file, tell)).toBe(2);
  expect(texts.join('')).toContain('exists already');
});

test('of an organization that is not there no file is left', { timeout: 60_000 }, async () => {
  const file = join(folder, 'b.jsonl');
  const { texts, tell } = told();
  expect(await exportAuditFile('org_b', file, tell)).toBe(2);
  expect(texts.join('')).toContain(`There is no organization org_b in ${process.env.VIDIMUS_DATA}`);
  expect(existsSync(file)).toBe(false);
});

test('while the folder is served, the way through the server is told', { timeout: 60_000 }, async () => {
  const served = await openDatabase({ kind: 'embedded', directory: process.env.VIDIMUS_DATA ?? '' });
  const { texts, tell } = told();
  expect(await exportAuditFile('org_a', join(folder, 'd.jsonl'), tell)).toBe(2);
  expect(texts.join('')).toContain('GET /v1/audit-export');
  if (served.ok) await served.value.close();
});

test('where no server was run, none is made', async () => {
  const installation = process.env.VIDIMUS_DATA;
  const empty = join(folder, 'empty');
  process.env.VIDIMUS_DATA = empty;
  const { texts, tell } = told();
  expect(await exportAuditFile('org_a', join(folder, 'c.jsonl'), tell)).toBe(2);
  process.env.VIDIMUS_DATA = installation;
  expect(texts.join('')).toContain(`There is no installation in ${empty}. Name its folder in VIDIMUS_DATA.`);
  expect(existsSync(empty)).toBe(false);
});
