import type { VerificationReport } from '@vidimus/protocol';
import { describe, expect, test } from 'vitest';
import { REPORT_ON_FILE } from '../policies/report-on-file.fixture.ts';
import { newSigningKey } from '../signing/signing-key.ts';
import { renderPdf } from './render-pdf.ts';
import { signPdf, signReport, verifyReport } from './sign-report.ts';

const KEY = newSigningKey();
const TRUSTED = KEY.publicKey.toString('base64');
const ULID = '01J9ZKQW4E0000000000000000';
const REPORT: VerificationReport = {
  vidimus_verification_report: 1,
  issued_at: '2026-03-01T09:00:00.000Z',
  organization: { id: `org_${ULID}`, name: 'Example' },
  verification: {
    id: `ver_${ULID}`,
    mode: 'live',
    state: 'approved',
    applicant_reference: 'customer-1',
    residence: 'CRI',
    policy: { id: `pol_${ULID}`, version: 3, name: 'Adults', operator: 'Example' },
    created_at: '2026-03-01T08:00:00.000Z',
    decided_at: '2026-03-01T08:01:00.000Z',
  },
  claims: { name: 'Đặng Thị Ánh' },
  attempts: [],
  decisions: [
    {
      id: `dec_${ULID}`,
      outcome: 'approved',
      decided_by: { kind: 'person', id: `mem_${ULID}`, grounds: 'Compared by hand.' },
      policy: { id: `pol_${ULID}`, version: 3 },
      detectors: { engine: '0.1.0' },
      inputs: ['ab'],
      reasons: [],
      notes: [],
      created_at: '2026-03-01T08:01:00.000Z',
    },
  ],
  reading: REPORT_ON_FILE,
};
const signed = () => JSON.stringify(signReport(REPORT, KEY));
const verifyText = (text: string, key: string | undefined = TRUSTED) => verifyReport(Buffer.from(text), key);

describe('a report in JSON', () => {
  test('verifies, however it is written down', () => {
    expect(verifyText(signed())).toMatchObject({ ok: true, publicKey: TRUSTED });
    expect(verifyText(JSON.stringify(JSON.parse(signed()), null, 4))).toMatchObject({ ok: true });
  });

  test.each<readonly [string, (text: string) => string, RegExp]>([
    [
      'another outcome',
      (text) => text.replace('"outcome":"approved"', '"outcome":"declined"'),
      /signature does not hold/,
    ],
    ['another name', (text) => text.replace('Ánh', 'Anh'), /signature does not hold/],
    ['a day later', (text) => text.replace('2026-03-01T08:01', '2026-03-02T08:01'), /signature does not hold/],
    ['something added', (text) => text.replace('"claims":{', '"forged":1,"claims":{'), /no signed report/],
    [
      'a second state, which some readers take',
      (text) => text.replace('"state":"approved"', '"state":"declined","state":"approved"'),
      /says a name twice/,
    ],
    [
      'a claim that parsers lose',
      (text) => text.replace('"claims":{', '"claims":{"__proto__":"Anna",'),
      /signature does not hold|no signed report/,
    ],
  ])('with %s does not', (_, change, why) => {
    expect(verifyText(change(signed()))).toEqual({ ok: false, why: expect.stringMatching(why) });
  });

  test.each([
    ['half of one', () => signed().slice(0, 500), /neither a report in JSON nor a PDF/],
    ['an answer of the interface', () => '{"id":"ver_1","state":"approved"}', /no signed report of Vidimus; fetch one/],
  ])('%s is nothing that was signed', (_, text, why) => {
    expect(verifyText(text())).toEqual({ ok: false, why: expect.stringMatching(why), isForeign: true });
  });

  test('by a key that is not trusted does not', () => {
    const other = newSigningKey().publicKey.toString('base64');
    expect(verifyText(signed(), other)).toEqual({ ok: false, why: expect.stringContaining('another key') });
  });
});

describe('a report as a PDF', () => {
  const whole = async () => signPdf(await renderPdf(REPORT, []), REPORT.verification, KEY);

  test('verifies, says of what it is, and the same report gives the same file', async () => {
    const [one, other] = [await whole(), await whole()];
    expect(one.subarray(0, 5).toString()).toBe('%PDF-');
    expect(verifyReport(one, TRUSTED)).toEqual({
      ok: true,
      publicKey: TRUSTED,
      about: { id: `ver_${ULID}`, state: 'approved' },
    });
    expect(one.equals(other)).toBe(true);
  });

  test.each<readonly [string, (pdf: Buffer) => Buffer, RegExp]>([
    [
      'one byte changed',
      (pdf) => Buffer.concat([pdf.subarray(0, 900), Buffer.from('X'), pdf.subarray(901)]),
      /does not hold/,
    ],
    [
      'something behind the signature',
      (pdf) => Buffer.concat([pdf, Buffer.from('%%EOF\n')]),
      /something was added after/,
    ],
    ['its signature cut off', (pdf) => pdf.subarray(0, -200), /carries no signature/],
  ])('with %s does not', async (_, change, why) => {
    expect(verifyReport(change(await whole()), TRUSTED)).toEqual({ ok: false, why: expect.stringMatching(why) });
  });
});
