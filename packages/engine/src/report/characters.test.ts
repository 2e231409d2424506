/** Findings about single characters of the zone: in words, on the pictures, as JSON; and the zone alone. */
import {
  type CheckResult,
  checkReportSchema,
  describeCharacters,
  LOCALES,
  type MrzReport,
  mrzReportSchema,
  type NamedCharacter,
  reportLanguage,
} from '@vidimus/vocabulary';
import { describe, expect, test } from 'vitest';
import { buildCheckReport } from './build-check-report.ts';
import { buildMrzReport } from './build-mrz-report.ts';
import { placeFindings } from './finding-places.ts';
import { viewPages } from './page-view.ts';
import { renderHtml } from './render-html.ts';
import { renderMrzForTerminal } from './render-mrz-terminal.ts';
import { renderCheckForTerminal } from './render-terminal.ts';
import { SAMPLE_OPTIONS, sampleCheck, sampleReading } from './sample-check.fixture.ts';

/** Beside one another in the second line of the sample's zone, in pixels of its photo. */
const region = (position: number): NonNullable<NamedCharacter['region']> => {
  const [left, top] = [289 + 23 * (position - 1), 916 + 3 * (position - 1)];
  return {
    corners: [
      [left, top],
      [left + 23, top + 3],
      [left + 22, top + 26],
      [left - 1, top + 23],
    ],
  };
};

const read = (character: string, position: number, confidence: number, others = ''): NamedCharacter => ({
  character,
  confidence,
  line: 2,
  position,
  alternatives: [...others].map((other) => ({ character: other, confidence: 0.2 })),
  region: region(position),
});

const DIGIT: NamedCharacter = { ...read('9', 10, 0.97), expected: '3' };
const CHARACTERS = [DIGIT, read('D', 1, 0.6, 'O0'), read('<', 30, 0.3), read('<', 31, 0.1), read('K', 32, 0.2)];
const FAILED: CheckResult = {
  check: 'check-digits-hold',
  outcome: 'failed',
  code: 'mrz_check_digit_failed',
  evidence: [
    {
      measure: 'check digit of document_number',
      observed: '9',
      threshold: '3',
      field: 'document_number',
      region: region(1),
      characters: CHARACTERS,
      media_id: 'photo_1',
    },
  ],
};

describe('characters that a reason names', () => {
  test('are told by line and place, with what else they could be; three in a row together', () => {
    expect(describeCharacters(CHARACTERS, reportLanguage('en'))).toEqual([
      'line 2, character 10: read as 9 (97% sure); 3 would fit',
      'line 2, character 1: read as D (60% sure), or O (20%), 0 (20%)',
      'line 2, characters 30 to 32: read as <<K (the least certain one 10% sure)',
    ]);
    const { line: _, region: __, ...inPrint } = read('E', 4, 0.5);
    expect(describeCharacters([inPrint], reportLanguage('en'))).toEqual(['character 4: read as E (50% sure)']);
  });

  const check = buildCheckReport(sampleCheck([FAILED]), SAMPLE_OPTIONS);

  test('stand in the JSON, in the terminal and on the photo', () => {
    expect(checkReportSchema.parse(JSON.parse(JSON.stringify(check)))).toEqual(check);
    expect(renderCheckForTerminal(check, { width: 200 })).toContain('· line 2, character 10: read as 9 (97% sure)');
    const [finding] = placeFindings(check);
    expect(finding?.places.map(({ isCharacter = false }) => isCharacter)).toEqual([
      false,
      ...CHARACTERS.map(() => true),
    ]);
  });

  test.each(LOCALES)('are enlarged and marked on the straightened page in %s, each once', (locale) => {
    const report = buildCheckReport(sampleCheck([FAILED]), { ...SAMPLE_OPTIONS, locale });
    const pages = viewPages(sampleReading().photos).map(({ image, ...page }) => {
      return { ...page, width: image.width, height: image.height, jpeg: new Uint8Array(3) };
    });
    const page = renderHtml({ check: report, photos: new Map(), pages });
    const { say } = reportLanguage(locale);
    const closeUps = [...page.matchAll(/aria-label="([^"]*)"><?\n?<svg x=/g)].map(([, label]) => label);
    expect(closeUps).toEqual([
      say('close_up', { line: 2, from: 1, to: 10 }),
      say('close_up', { line: 2, from: 30, to: 32 }),
    ]);
    const [, id = ''] = /<image id="([^"]+)"/.exec(page) ?? [];
    expect(page.split(`<use href="#${id}"/>`)).toHaveLength(closeUps.length + 1);
    expect(page).toContain(say('red_frames'));
  });
});

describe('the zone alone', () => {
  const [photo] = sampleReading().photos;
  const zone = photo?.content.kind === 'located' ? photo.content.pages[0]?.reading.mrz : undefined;
  if (zone === undefined || !('lines' in zone)) throw new Error('the sample has a zone');
  const quad = zone.lineRegions[0];
  if (!quad) throw new Error('the zone of the sample has places');
  const characters = zone.lines.map((line, i) =>
    [...line].map((character, column) => {
      const isDoubtful = i === 1 && column === 8;
      const alternatives = isDoubtful ? [{ character: '0', confidence: 0.3 }] : [];
      return { character, confidence: isDoubtful ? 0.6 : 0.99, alternatives, region: quad };
    }),
  );
  const content = { kind: 'read', width: 1600, height: 1200, zone: { ...zone, characters } } as const;
  const nothing = { ...content, zone: { tried: ['3 dense blocks'], elapsedMs: 5 } };
  const error = { code: 'file.not-usable', why: 'empty', observed: '0 bytes' } as const;
  const reportOf = (
    contents: readonly (typeof content | typeof nothing | { kind: 'file_not_usable'; error: typeof error })[],
  ): MrzReport =>
    buildMrzReport(
      { photos: contents.map((one, i) => ({ mediaId: `photo_${i + 1}`, content: one })), timings: { mrz: 5 } },
      '2026-06-01',
      SAMPLE_OPTIONS,
    );

  test('satisfies its own schema: the zone, none, or a file that cannot be opened', () => {
    const report = reportOf([content, nothing, { kind: 'file_not_usable', error }]);
    expect(mrzReportSchema.parse(JSON.parse(JSON.stringify(report)))).toEqual(report);
    expect(report.photos.map(({ mrz, tried, not_usable }) => [mrz?.format, tried.length, not_usable?.why])).toEqual([
      ['TD3', 0, undefined],
      [undefined, 1, undefined],
      [undefined, 0, 'empty'],
    ]);
    expect(report.photos[0]?.fields.find(({ field }) => field === 'birth_date')?.value).toBe('1952-07-30');
  });

  test('shows the lines, a mark under each doubtful character, and how the check digits ended', () => {
    expect(renderMrzForTerminal(reportOf([content])).split('\n')).toEqual([
      'P<UTOMOREAU<<RAPHAEL<<<<<<<<<<<<<<<<<<<<<<<<',
      'D5213482O9UTO5207309M3306127UL420053H<<<<<24',
      '        ^',
      '  character 9: read as O (60% sure), or 0 (30%)',
      'TD3 · check digits: 1 of 2 hold · least certain character: 60% sure',
      '  ✕ check digit of the document number · expected 3, read 9',
      '',
    ]);
  });

  test('names the photo where there are several, and says what was tried or why it was not opened', () => {
    const text = renderMrzForTerminal(reportOf([content, nothing, { kind: 'file_not_usable', error }]));
    expect(text).toMatch(/^Photo\u00a01\nP<UTO/);
    expect(text).toContain('Photo\u00a02: no code lines (tried dense parts: 3)');
    expect(text).toContain('Photo\u00a03 could not be opened: it is empty. (0 bytes)');
  });
});
