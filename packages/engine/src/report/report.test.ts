import { type CheckResult, checkReportSchema, LOCALES, readReportSchema } from '@vidimus/vocabulary';
import { describe, expect, test } from 'vitest';
import { buildCheckReport } from './build-check-report.ts';
import { buildReadReport } from './build-read-report.ts';
import { placeFindings } from './finding-places.ts';
import { viewPages } from './page-view.ts';
import { renderHtml } from './render-html.ts';
import { renderReadForTerminal } from './render-read-terminal.ts';
import { renderCheckForTerminal } from './render-terminal.ts';
import { SAMPLE_OPTIONS, sampleCheck, sampleReading } from './sample-check.fixture.ts';

const check = buildCheckReport(sampleCheck(), SAMPLE_OPTIONS);
const read = buildReadReport(sampleReading(), '2026-06-01', SAMPLE_OPTIONS);
const passed: readonly CheckResult[] = [{ check: 'not-expired', outcome: 'passed', evidence: [] }];

describe('the report for a machine', () => {
  test('of check satisfies its own schema, also after a journey as JSON', () => {
    expect(checkReportSchema.parse(JSON.parse(JSON.stringify(check)))).toEqual(check);
  });

  test('of read satisfies its own schema and has what the documentation promises', () => {
    expect(readReportSchema.parse(JSON.parse(JSON.stringify(read)))).toEqual(read);
    expect(read.mrz?.lines).toHaveLength(2);
    expect(read.mrz?.check_digits.map(({ outcome }) => outcome)).toEqual(['passed', 'failed']);
    expect(Object.keys(read)).toEqual(expect.arrayContaining(['barcode', 'fields', 'quality', 'timings_ms']));
  });

  test('keeps every check, and all reasons with the easiest to mend first', () => {
    expect(check.outcome).toBe('action_required');
    expect(check.checks).toHaveLength(8);
    expect(check.reasons.map(({ code }) => code)).toEqual([
      'file_not_usable',
      'image_glare',
      'machine_zone_mismatch',
      'review_required',
    ]);
    expect(check.notes.map(({ code }) => code)).toEqual(['image_resolution_low']);
  });

  test('an approved one has no reasons', () => {
    const approved = buildCheckReport(sampleCheck(passed), SAMPLE_OPTIONS);
    expect(approved.outcome).toBe('approved');
    expect(checkReportSchema.safeParse(approved).success).toBe(true);
    expect(checkReportSchema.safeParse({ ...approved, outcome: 'in_review' }).success).toBe(false);
  });

  test('tells of every field whether its witnesses agree', () => {
    const told = Object.fromEntries(check.document.fields.map(({ field, agreement }) => [field, agreement]));
    expect(told).toMatchObject({ primary_identifier: 'agree', document_number: 'differ', birth_place: 'one_witness' });
  });

  test.each(LOCALES)('has no brace left in any sentence in %s', (locale) => {
    const report = buildCheckReport(sampleCheck(), { ...SAMPLE_OPTIONS, locale, by: '2026-06-03' });
    for (const { heading, message } of [...report.reasons, ...report.notes])
      expect(heading + message).not.toMatch(/[{}|]/);
  });
});

test('that the time ran out before all print was read is told everywhere', () => {
  const input = sampleCheck();
  const photos = input.subject.photos.map(({ content, ...photo }) => ({ ...photo, content: late(content) }));
  const report = buildCheckReport({ ...input, subject: { ...input.subject, photos } }, SAMPLE_OPTIONS);
  const reading = buildReadReport({ ...sampleReading(), photos }, '2026-06-01', SAMPLE_OPTIONS);
  const sentence = 'Photo\u00a01: the time ran out before 12 lines of text were read.';

  expect(checkReportSchema.parse(report).photos[0]?.pages[0]?.text_lines_left).toBe(12);
  expect(readReportSchema.parse(reading).photos[0]?.pages[0]?.text_lines_left).toBe(12);
  expect(renderCheckForTerminal(report)).toContain(sentence);
  expect(renderReadForTerminal(reading)).toContain(sentence);
  expect(renderHtml({ check: report, photos: new Map(), pages: [] })).toContain(sentence);
  expect(renderCheckForTerminal(check)).not.toContain('the time ran out');
});

type Content = ReturnType<typeof sampleCheck>['subject']['photos'][number]['content'];

function late(content: Content): Content {
  if (content.kind !== 'located') return content;
  const pages = content.pages.map(({ page, reading }) => ({
    page,
    reading: { ...reading, visualZone: { ...reading.visualZone, linesNotLookedAt: 12 } },
  }));
  return { ...content, pages };
}

describe('the report for a terminal', () => {
  test('has the sentences first, then what was measured against the limit, and where', () => {
    const text = renderCheckForTerminal(check, { width: 200 });
    expect(text).toContain('Light reflects on the date of expiry.');
    expect(text).toContain(
      'share of the field under glare = 31% · limit 15% · where: Date of expiry, photo 1 at 963, 813 px',
    );
    expect(text.indexOf('Light reflects on')).toBeLessThan(text.indexOf('share of the field under glare'));
    expect(text).toMatch(/^ {2}= they agree/m);
    expect(text).toContain('Checks: 2 of 8 hold');
  });

  test('is plain without a styler and styled with one', () => {
    const mark = (text: string) => `<${text}>`;
    const styler = { strong: mark, faint: mark, good: mark, bad: mark, caution: mark };
    expect(renderCheckForTerminal(check)).not.toContain('\u001b');
    expect(renderCheckForTerminal(check, { styler })).toContain('<Light reflects>');
  });

  test('wraps its sentences to the width', () => {
    const longest = Math.max(
      ...renderCheckForTerminal(check, { width: 60 })
        .split('\n')
        .filter((line) => line.startsWith('   '))
        .map((line) => line.length),
    );
    expect(longest).toBeLessThanOrEqual(60);
  });

  test('of read shows the lines as printed and what was tried', () => {
    const text = renderReadForTerminal(read);
    expect(text).toContain('P<UTOMOREAU<<RAPHAEL');
    expect(text).toContain('no bar code (tried dense parts: 3; read at scale 2)');
    expect(text).toContain('check digit of the document number · expected 3, read 9');
  });
});

describe('the explanation file', () => {
  const pages = viewPages(sampleReading().photos).map(({ image, ...page }) => ({
    ...page,
    width: image.width,
    height: image.height,
  }));
  const page = renderHtml({ check, read, photos: new Map(), pages });

  test('asks nothing of the network and runs no script', () => {
    expect(page).not.toMatch(/<script|https?:\/\/|url\(|<link|@import/);
    expect(page).toContain("default-src 'none'");
  });

  test('escapes whatever the document says', () => {
    const evil = { ...check, policy: { ...check.policy, name: '<img src=x onerror=alert(1)>' } };
    expect(renderHtml({ check: evil, photos: new Map(), pages: [] })).not.toContain('<img src=x');
  });

  test('numbers the marks as the reasons', () => {
    const numbers = placeFindings(check).map(({ number, places }) => [number, places.length]);
    expect(numbers).toEqual([
      [1, 0],
      [2, 1],
      [3, 2],
      [4, 1],
    ]);
    expect(page).toContain('Marked on it: 2: Light reflects; 3: Print and code differ');
  });

  test('shows every field, check, measure and stage', () => {
    for (const words of [
      'Date of expiry',
      'they differ',
      'Print and code agree',
      'zones-agree',
      'share of the field under glare',
      '31%',
      '15%',
      'Opening the file',
      'TD3 on photo\u00a01',
    ]) {
      expect(page).toContain(words);
    }
  });
});
