/** Zones among other print: what the smaller picture shows askew, or as longer than it is, is not the last word. */
import { drawDocument, photographSide, type SpecimenKind } from '@vidimus/specimens';
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

test.each([
  ['the smaller picture shows a piece of it, turned about, beside printed sheets', 'identity-card-td2', 'EGY', 700_540],
  ['a printed sheet goes on where its lines end', 'identity-card-td1', 'SRB', 700_720],
] as const)('a zone is read although %s', async (_, kind, state, seed) => {
  const { picture, lines } = await photographed(kind, state, seed);
  const { zone, tried } = await findZoneInPicture(picture, ports, { budgetMs: 60_000 });
  const read = zone?.zone.characters.map((line) => line.map(({ character }) => character).join(''));
  expect(read, tried.join('; ')).toEqual(lines);
});

/** Drawn on a busy table. */
async function photographed(kind: SpecimenKind, state: string, seed: number) {
  const request = { kind, state, seed, faults: [], asOf: '2026-06-01' };
  const document = await drawDocument(request);
  const side = document.sides.find(({ elements }) => elements.some((element) => element.kind === 'mrz-line'));
  if (side === undefined) throw new Error(`${kind} has no zone`);
  const { jpeg } = await photographSide(side, request, { variant: 'tune', widthPx: 2016, heightPx: 1512 }, 0);
  const { data, info } = await sharp(jpeg).removeAlpha().raw().toBuffer({ resolveWithObject: true });
  return {
    picture: { width: info.width, height: info.height, data: new Uint8Array(data) },
    lines: document.mrz?.lines,
  };
}
