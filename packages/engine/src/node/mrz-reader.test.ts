import { drawSpecimen } from '@vidimus/specimens';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createNodePorts, type NodePorts } from './create-node-ports.ts';
import { type MrzReader, openMrzReader, readMrz } from './mrz-reader.ts';

const AS_OF = '2026-11-01';
/** Other programs keep the machine busy while tests run. */
const HOW = { asOf: AS_OF, budgetMs: 60_000 };

let reader: MrzReader;
let ports: NodePorts;
let photo: Uint8Array;
let lines: readonly string[];
let corners: readonly (readonly [number, number])[];

beforeAll(async () => {
  const request = { kind: 'passport', state: 'UTO', seed: 3, asOf: AS_OF, faults: [] } as const;
  const drawn = await drawSpecimen(request, { variant: 'demo', widthPx: 1600, heightPx: 1200 });
  photo = drawn.photographs[0] ?? new Uint8Array();
  const { document, photographs } = drawn.truth;
  lines = document.mrz?.lines ?? [];
  corners = photographs[0]?.elements.find(({ kind }) => kind === 'mrz-line')?.corners ?? [];
  [reader, ports] = await Promise.all([openMrzReader(), createNodePorts({ ahead: 'mrz' })]);
});

afterAll(() => Promise.all([reader.close(), ports.close()]));

describe('the zone of a photo', () => {
  test('is read from the bytes of a file: lines, check digits, and every character in its place', async () => {
    const read = await reader.read(photo, HOW);
    const zone = read.ok ? read.value[0]?.zone : undefined;
    if (zone === undefined || !('lines' in zone)) throw new Error('no zone was read');
    expect(zone.lines).toEqual(lines);
    expect(new Set(zone.checkDigits.map(({ outcome }) => outcome))).toEqual(new Set(['passed']));
    expect(zone.characters.map((line) => line.map(({ character }) => character).join(''))).toEqual(lines);
    const first = zone.characters[0]?.[0]?.region;
    const last = zone.characters[0]?.at(-1)?.region;
    // The truth of the line is its ink from end to end; a character is some 17 px wide here.
    expect(
      Math.hypot((first?.[0].x ?? 0) - (corners[0]?.[0] ?? 0), (first?.[0].y ?? 0) - (corners[0]?.[1] ?? 0)),
    ).toBeLessThan(20);
    expect(
      Math.hypot((last?.[1].x ?? 0) - (corners[1]?.[0] ?? 0), (last?.[1].y ?? 0) - (corners[1]?.[1] ?? 0)),
    ).toBeLessThan(20);
  });

  test('is the same when the picture is decoded already, and when it is read once and for all', async () => {
    const decoded = await ports.decode(photo);
    const [picture] = decoded.ok ? decoded.value : [];
    if (picture === undefined) throw new Error('the photo was not decoded');
    const [opened, once] = [await reader.read(picture.image, HOW), await readMrz(photo, HOW)];
    for (const read of [opened, once]) expect(read.ok && read.value[0]).toMatchObject({ page: 1, zone: { lines } });
  });

  test('that is not there is told with what was tried; a file that is none, with why', async () => {
    const blank = { width: 400, height: 300, data: new Uint8Array(400 * 300 * 3).fill(130) };
    const read = await reader.read(blank, HOW);
    expect(read.ok && read.value[0]?.zone).toMatchObject({ tried: expect.arrayContaining([expect.any(String)]) });
    expect(await reader.read(new Uint8Array(9), HOW)).toMatchObject({ ok: false, error: { why: 'not_an_image' } });
  });
});
