import { REASON_REGISTRY } from '@vidimus/vocabulary';
import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, test } from 'vitest';
import { DocumentPicture } from './document-picture.tsx';
import { EVERY_PICTURE } from './every-picture.fixture.tsx';
import { REMEDY_OF_REASON, remedyOf } from './remedy.table.ts';

describe.each(EVERY_PICTURE)('$name', ({ name, picture }) => {
  const drawn = renderToStaticMarkup(picture);

  test('says what it is, once', () => {
    expect(drawn).toMatch(new RegExp(`^<svg role="img" aria-label="${name}"`));
    expect(drawn.match(/aria-label/g)).toHaveLength(1);
  });

  test('has no id, so that it may stand on a page twice', () => {
    expect(drawn).not.toMatch(/\bid=/);
  });

  test('has no colour of its own, so that it follows light, dark and the operator', () => {
    const colours = [...drawn.matchAll(/ (?:fill|stroke)="([^"]*)"/g)].map(([, colour]) => colour ?? '');
    expect(colours.length).toBeGreaterThan(0);
    for (const colour of colours) expect(colour).toMatch(/^(none|currentColor|(light-dark\()?var\(--[a-z-]+\).*)$/);
    expect(drawn).not.toMatch(/#[0-9a-f]{3}|rgb\(|hsl/i);
  });

  test('has no words, so that it needs no translation', () => {
    expect(drawn).not.toMatch(/<(text|title|tspan)/);
    expect(drawn.replaceAll(/<[^>]*>/g, '')).toBe('');
  });
});

test('without a title a picture is not told to screen readers', () => {
  expect(renderToStaticMarkup(<DocumentPicture type="visa" />)).toContain('aria-hidden="true"');
});

test('no two pictures are the same, except where two documents or browsers look alike', () => {
  const drawings = EVERY_PICTURE.map(({ name, picture }) => ({
    name,
    drawn: renderToStaticMarkup(picture).replace(/ aria-label="[^"]*"/, ''),
  }));
  const alike = Map.groupBy(drawings, ({ drawn }) => drawn);
  expect([...alike.values()].filter(({ length }) => length > 1).map((same) => same.map(({ name }) => name))).toEqual([
    ['passport back', 'visa back'],
    ['identity_card back', 'residence_permit back'],
    ['other_device', 'hand-off'],
    ['edge desktop', 'firefox desktop', 'samsung desktop'],
    ['edge phone', 'firefox phone', 'samsung phone'],
  ]);
});

describe('remedies', () => {
  const retakes = REASON_REGISTRY.filter((entry) => entry.class === 'retake');

  test.each(retakes.filter(({ group }) => 'BCDE'.includes(group)))('$code has a picture of what helps', ({ code }) => {
    expect(remedyOf(code)).toBeDefined();
  });

  test('every row belongs to a reason that asks for another picture', () => {
    const codes: readonly string[] = retakes.map(({ code }) => code);
    expect(Object.keys(REMEDY_OF_REASON).filter((code) => !codes.includes(code))).toEqual([]);
  });

  test('where a person looks, no picture says what to do', () => {
    expect(remedyOf('document_not_recognised')).toBeUndefined();
    expect(remedyOf('a code of tomorrow')).toBeUndefined();
  });
});
