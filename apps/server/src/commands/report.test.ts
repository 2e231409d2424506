import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { signPdf } from '../reports/sign-report.ts';
import { newSigningKey } from '../signing/signing-key.ts';
import { verifyReportFile } from './report.ts';

const KEY = newSigningKey();
const ABOUT = { id: 'ver_01J9ZKQW4E0000000000000000', state: 'approved' } as const;
let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'vidimus-report-command-'));
  const pdf = signPdf(Buffer.from('%PDF-1.3\n%%EOF\n'), ABOUT, KEY);
  writeFileSync(join(folder, 'report.pdf'), pdf);
  writeFileSync(join(folder, 'added.pdf'), Buffer.concat([pdf, Buffer.from('more')]));
  writeFileSync(join(folder, 'answer.json'), '{"id":"ver_1"}');
  writeFileSync(join(folder, 'photo.jpg'), Buffer.from([0xff, 0xd8, 0xff]));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test.each<readonly [string, string, string | undefined, 0 | 1 | 2, string]>([
  ['as it was signed', 'report.pdf', KEY.publicKey.toString('base64'), 0, `${ABOUT.id}: approved`],
  ['signed by somebody else', 'report.pdf', newSigningKey().publicKey.toString('base64'), 1, 'by another key than'],
  ['longer than what was signed', 'added.pdf', undefined, 1, 'something was added after the signature'],
  ['held against what is no key', 'report.pdf', 'AAAA', 2, '--key wants a public key'],
  ['an answer of the interface', 'answer.json', undefined, 2, '/v1/verifications/{id}/report'],
  ['a photograph', 'photo.jpg', undefined, 2, 'neither a report in JSON nor a PDF'],
  ['not there', 'gone.pdf', undefined, 2, 'There is no "'],
])('a file that is %s', async (_, name, key, status, words) => {
  const texts: string[] = [];
  const tell = { out: (text: string) => texts.push(text), err: (text: string) => texts.push(text) };
  expect(await verifyReportFile(join(folder, name), key === undefined ? {} : { key }, tell)).toBe(status);
  expect(texts.join('')).toContain(words);
});
