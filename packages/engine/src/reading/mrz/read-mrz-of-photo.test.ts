import { drawDocument, type SpecimenKind } from '@vidimus/specimens';
import { afterAll, describe, expect, test, vi } from 'vitest';
import { ModelSessions } from '../../node/model-sessions.ts';
import type { PhotoPoint } from '../../photo/index.ts';
import { flatPhoto } from './flat-photo.fixture.ts';
import { readMrzOfPhoto } from './read-mrz-of-photo.ts';

/** Drawing takes a second or two on a busy machine. */
vi.setConfig({ testTimeout: 60_000 });

const sessions = new ModelSessions(1);
afterAll(() => sessions.close());
const ports = {
  infer: (...[model, input]: Parameters<ModelSessions['infer']>) => sessions.infer(model, input),
  now: () => performance.now(),
};
const OPTIONS = { budgetMs: 60_000, asOf: '2026-11-01' };

async function draw(kind: SpecimenKind, seed: number) {
  const document = await drawDocument({ kind, state: 'UTO', seed, asOf: '2026-11-01', pixelsPerMm: 12 });
  const [first] = document.sides;
  const side = document.sides.find(({ elements }) => elements.some((element) => element.kind === 'mrz-line')) ?? first;
  if (!side) throw new Error(`${kind} has no side`);
  return { side, mrz: document.mrz };
}

describe('the zone is read exactly from the photo alone', () => {
  test.each([
    ['a passport, upright', 'passport', 11, 0, 10, 0],
    ['a passport askew', 'passport', 12, 23, 10, 0],
    ['a passport on its side', 'passport', 11, 90, 8, 0],
    ['a passport on its head', 'passport', 12, 180, 8, 0],
    ['a card turned by 300 degrees', 'identity-card-td1', 11, 300, 12, 0],
    ['a card of ID-2', 'identity-card-td2', 11, -8, 10, 0],
    ['a visa', 'visa-a', 11, 135, 8, 0],
    ['a page held open, bent by three millimetres', 'passport', 11, 4, 10, 3],
    ['a page bent the other way and turned', 'passport', 12, 100, 8, -2.5],
    ['a card that fills a quarter of the frame', 'identity-card-td1', 11, 15, 6.5, 0],
  ] as const)('%s', async (_, kind, seed, turn, pixelsPerMm, bendMm) => {
    const { side, mrz } = await draw(kind, seed);
    const photo = flatPhoto(2016, 1512, [{ side, middle: [1000, 760], turn, pixelsPerMm, bendMm }]);
    const reading = await readMrzOfPhoto(photo, ports, OPTIONS);
    expect('lines' in reading ? reading.lines : reading.tried).toEqual(mrz?.lines);
  });

  test('of two documents the zone of one is read, whole', async () => {
    const one = await draw('passport', 11);
    const other = await draw('identity-card-td1', 12);
    const photo = flatPhoto(2016, 1512, [
      { side: one.side, middle: [620, 500], turn: 12, pixelsPerMm: 8 },
      { side: other.side, middle: [1500, 1050], turn: 250, pixelsPerMm: 9 },
    ]);
    const reading = await readMrzOfPhoto(photo, ports, OPTIONS);
    expect([one.mrz?.lines, other.mrz?.lines]).toContainEqual('lines' in reading ? reading.lines : reading.tried);
  });
});

test('each character is where it stands in the photo, also on a bent page', async () => {
  const { side } = await draw('passport', 11);
  const [pixelsPerMm, bendMm, turn] = [10, 3, 30];
  const middle = [1000, 760] as const;
  const photo = flatPhoto(2016, 1512, [{ side, middle, turn, pixelsPerMm, bendMm }]);
  const reading = await readMrzOfPhoto(photo, ports, OPTIONS);
  if (!('characters' in reading)) throw new Error(reading.tried.join('; '));
  const box = side.elements.filter(({ kind }) => kind === 'mrz-line')[1]?.box;
  if (!box) throw new Error('no second line');
  const widthMm = side.pixels.width / side.pixelsPerMm;
  const heightMm = side.pixels.height / side.pixelsPerMm;
  for (const column of [0, 10, 22, 35, 43]) {
    const xMm = box.x + ((column + 0.5) * box.width) / 44;
    const yMm = box.y + box.height / 2 - bendMm * (1 - ((2 * xMm) / widthMm - 1) ** 2);
    const [dx, dy] = [(xMm - widthMm / 2) * pixelsPerMm, (yMm - heightMm / 2) * pixelsPerMm];
    const [cos, sin] = [Math.cos((turn * Math.PI) / 180), Math.sin((turn * Math.PI) / 180)];
    const expected = { x: middle[0] + dx * cos - dy * sin, y: middle[1] + dx * sin + dy * cos };
    const seen = centreOf(reading.characters[1]?.[column]?.region ?? []);
    expect(Math.hypot(seen.x - expected.x, seen.y - expected.y)).toBeLessThan(HALF_PITCH_MM * pixelsPerMm);
  }
});
const HALF_PITCH_MM = 1.27;

describe('no zone is read where there is none', () => {
  test.each(['driving-licence-eu', 'driving-licence-na'] as const)('on a %s', async (kind) => {
    const { side } = await draw(kind, 3);
    const photo = flatPhoto(2016, 1512, [{ side, middle: [1000, 760], turn: 10, pixelsPerMm: 12 }]);
    expect(await readMrzOfPhoto(photo, ports, OPTIONS)).toHaveProperty('tried');
  });

  test('on an empty table', async () => {
    expect(await readMrzOfPhoto(flatPhoto(640, 480, []), ports, OPTIONS)).toHaveProperty('tried');
  });
});

function centreOf(corners: readonly PhotoPoint[]): PhotoPoint {
  return {
    x: corners.reduce((sum, { x }) => sum + x, 0) / corners.length,
    y: corners.reduce((sum, { y }) => sum + y, 0) / corners.length,
  };
}
