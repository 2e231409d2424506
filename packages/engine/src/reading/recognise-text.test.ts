import { readFileSync } from 'node:fs';
import { drawDocument } from '@vidimus/specimens';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { RECOGNITION_CHARACTERS } from '../models/index.ts';
import { modelPath } from '../node/model-file.ts';
import { ModelSessions } from '../node/model-sessions.ts';
import { recogniseLines } from './recognise-text.ts';
import { RECOGNISER_ALPHABET } from './recogniser-alphabet.table.ts';

/** Drawing takes a second or two on a busy machine. */
vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

const sessions = new ModelSessions(1);
afterAll(() => sessions.close());

test('the alphabet is that of the package that carries the recogniser', () => {
  const lines = readFileSync(modelPath(RECOGNITION_CHARACTERS.source), 'utf8').split('\n');
  expect(RECOGNISER_ALPHABET.join('')).toBe(lines.join(''));
});

describe('lines of a drawn passport', () => {
  let read: readonly { readonly printed: string; readonly text: string; readonly confidence: number }[] = [];

  beforeAll(async () => {
    const document = await drawDocument({ kind: 'passport', state: 'UTO', seed: 2, asOf: '2026-11-01' });
    const side = document.sides[0];
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
    const lines = await recogniseLines(side.pixels, quads, (model, input) => sessions.infer(model, input));
    read = lines.map(({ text, confidence }, i) => ({ printed: values[i]?.printed ?? '', text, confidence }));
  });

  test('plain capitals and digits are read exactly, in the order of the quads', () => {
    const plain = read.filter(({ printed }) => /^[A-Z0-9 ]+$/.test(printed));
    expect(plain.length).toBeGreaterThan(5);
    expect(plain.map(({ text }) => text)).toEqual(plain.map(({ printed }) => printed));
    expect(Math.min(...plain.map(({ confidence }) => confidence))).toBeGreaterThan(0.8);
  });

  test('empty paper gives an empty text', async () => {
    const paper = { width: 300, height: 60, data: new Uint8Array(300 * 60 * 3).fill(230) };
    const quad = [
      { x: 0, y: 0 },
      { x: 300, y: 0 },
      { x: 300, y: 60 },
      { x: 0, y: 60 },
    ] as const;
    const lines = await recogniseLines(paper, [quad], (model, input) => sessions.infer(model, input));
    expect(lines.map(({ text, confidence }) => [text, confidence])).toEqual([['', 0]]);
  });
});
