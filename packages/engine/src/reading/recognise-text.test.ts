import { drawDocument } from '@vidimus/specimens';
import { afterAll, expect, test, vi } from 'vitest';
import { ModelSessions } from '../node/model-sessions.ts';
import { toGrey } from '../photo/to-grey.ts';
import { PRINT_CHARACTERS } from './print-alphabet.table.ts';
import { recogniseLines } from './recognise-text.ts';
import { OTHER_SCRIPT } from './visual-zone/foreign-letters.ts';

/** Drawing takes a second or two on a busy machine. */
vi.setConfig({ testTimeout: 120_000, hookTimeout: 60_000 });

const sessions = new ModelSessions(1);
afterAll(() => sessions.close());
const infer = (...[model, input]: Parameters<ModelSessions['infer']>) => sessions.infer(model, input);

/** What is printed on the front of a passport, and what was read of it. */
async function readPassport(state: string, seed: number) {
  const { sides } = await drawDocument({ kind: 'passport', state, seed, asOf: '2026-11-01' });
  const [side] = sides;
  if (!side) throw new Error('a passport has a side');
  const k = side.pixelsPerMm;
  const values = side.elements.filter(({ kind, printed }) => kind === 'text' && printed !== undefined);
  const quads = values.map(({ box }) => {
    const pad = box.height / 4;
    const [left, top] = [(box.x - pad) * k, (box.y - pad) * k];
    const [right, bottom] = [(box.x + box.width + pad) * k, (box.y + box.height + pad) * k];
    return [
      { x: left, y: top },
      { x: right, y: top },
      { x: right, y: bottom },
      { x: left, y: bottom },
    ] as const;
  });
  const lines = await recogniseLines(toGrey(side.pixels), quads, infer);
  return lines.map((line, i) => ({ ...line, printed: values[i]?.printed ?? '' }));
}

test('the network has a class for each character, for none, and for another script', async () => {
  const data = new Float32Array(32 * 64);
  const { log_probabilities: output } = await infer('print-line', { dims: [1, 1, 32, 64], data });
  expect(output?.dims).toEqual([1, 32, [...PRINT_CHARACTERS.join('')].length + 2]);
});

test('plain capitals and digits are read exactly, in the order of the quads', async () => {
  const plain = (await readPassport('UTO', 2)).filter(({ printed }) => /^[A-Z0-9 ]+$/.test(printed));
  expect(plain.length).toBeGreaterThan(5);
  expect(plain.map(({ text }) => text)).toEqual(plain.map(({ printed }) => printed));
  expect(Math.min(...plain.map(({ confidence }) => confidence))).toBeGreaterThan(0.8);
});

test('letters with marks are read as they are printed', async () => {
  const passports = [
    ['POL', 3],
    ['TUR', 1],
    ['ISL', 1],
    ['FRA', 1],
  ] as const;
  const read = [];
  for (const [state, seed] of passports) read.push(...(await readPassport(state, seed)));
  const marked = read.filter(({ printed }) => /[^\p{ASCII}]/u.test(printed));
  expect(marked.length).toBeGreaterThan(15);
  const wrong = marked.filter(({ printed, text }) => printed !== text).map(({ text }) => text);
  expect(wrong.length, wrong.join('; ')).toBeLessThanOrEqual(marked.length * MOST_WRONG);
});

/** One line in eight may have a wrong letter: the marks of É and Ê are a pixel apart. */
const MOST_WRONG = 1 / 8;

test.each(['UKR', 'GRC', 'GEO', 'ARM'])('a name in the script of %s is told to be of another script', async (state) => {
  const lines = await readPassport(state, 1);
  const foreign = lines.filter(({ printed }) => /^[^\p{Script=Latin}\d]+$/u.test(printed));
  expect(foreign.length).toBeGreaterThan(0);
  for (const { text } of foreign) expect(text).toContain(OTHER_SCRIPT);
});

test('empty paper gives an empty text', async () => {
  const paper = { width: 300, height: 60, data: new Uint8Array(300 * 60).fill(230) };
  const quad = [
    { x: 0, y: 0 },
    { x: 300, y: 0 },
    { x: 300, y: 60 },
    { x: 0, y: 60 },
  ] as const;
  const lines = await recogniseLines(paper, [quad], infer);
  expect(lines.map(({ text, confidence }) => [text, confidence])).toEqual([['', 0]]);
});
