/** Zones among other print: what the smaller picture shows askew, in part, or as longer than it is, is not the last word. */
import { drawDocument, type Fault, photographSide, type SpecimenKind, type ZoneFace } from '@vidimus/specimens';
import sharp from 'sharp';
import { afterAll, expect, test, vi } from 'vitest';
import { ModelSessions } from '../../node/model-sessions.ts';
import { findZoneInPicture } from './zone-in-picture.ts';

vi.setConfig({ testTimeout: 60_000 });

const sessions = new ModelSessions(1);
afterAll(() => sessions.close());
const ports = {
  infer: (...[model, input]: Parameters<ModelSessions['infer']>) => sessions.infer(model, input),
  now: () => performance.now(),
};

type Card = {
  readonly kind: SpecimenKind;
  readonly state: string;
  readonly seed: number;
  readonly faults?: readonly Fault[];
  readonly zoneFace?: ZoneFace;
  readonly variant?: 'tune' | 'report';
  readonly widthPx?: number;
};

test.each<[string, Card]>([
  [
    'the smaller picture shows a piece of it, turned about, beside printed sheets',
    { kind: 'identity-card-td2', state: 'EGY', seed: 700_540 },
  ],
  ['a printed sheet goes on where its lines end', { kind: 'identity-card-td1', state: 'SRB', seed: 700_720 }],
  [
    'it is small, the smaller picture shows a corner of it, and that reads as a poor zone',
    {
      kind: 'identity-card-td1',
      state: 'UTO',
      seed: 730_330,
      faults: [{ name: 'far', strength: 125.07585582183671 }],
      zoneFace: { name: 'bold strokes', stroke: 132 },
      variant: 'report',
      widthPx: 1344,
    },
  ],
])('a zone is read although %s', async (_, card) => {
  const { picture, lines } = await photographed(card);
  const { zone, tried } = await findZoneInPicture(picture, ports, { budgetMs: 60_000 });
  const read = zone?.zone.characters.map((line) => line.map(({ character }) => character).join(''));
  expect(read, tried.join('; ')).toEqual(lines);
});

/** Drawn on a busy table. */
async function photographed({ kind, state, seed, faults = [], zoneFace, variant = 'tune', widthPx = 2016 }: Card) {
  const request = { kind, state, seed, faults, asOf: '2026-06-01', ...(zoneFace ? { zoneFace } : {}) };
  const document = await drawDocument({ ...request, faults: [] });
  const side = document.sides.find(({ elements }) => elements.some((element) => element.kind === 'mrz-line'));
  if (side === undefined) throw new Error(`${kind} has no zone`);
  const { jpeg } = await photographSide(side, request, { variant, widthPx, heightPx: (widthPx * 3) / 4 }, 0);
  const { data, info } = await sharp(jpeg).removeAlpha().raw().toBuffer({ resolveWithObject: true });
  return {
    picture: { width: info.width, height: info.height, data: new Uint8Array(data) },
    lines: document.mrz?.lines,
  };
}
