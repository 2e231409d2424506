import { drawDocument, type SpecimenKind } from '@vidimus/specimens';
import { expect, test, vi } from 'vitest';
import { documentAroundZone } from './document-around-zone.ts';

vi.setConfig({ testTimeout: 60_000 });

const TOLERANCE_MM = 2.5;

test.each(['passport', 'identity-card-td1', 'identity-card-td2', 'visa-a', 'visa-b'] as const)(
  'the corners of a %s are told from its zone, however it is turned',
  async (kind: SpecimenKind) => {
    const { sides, mrz } = await drawDocument({ kind, state: 'UTO', seed: 11, asOf: '2026-11-01', pixelsPerMm: 8 });
    const side = sides.find(({ elements }) => elements.some((element) => element.kind === 'mrz-line'));
    if (!side || !mrz) throw new Error(`${kind} has no zone`);
    const k = side.pixelsPerMm;
    const angle = 0.7;
    const turned = (xMm: number, yMm: number) => ({
      x: (xMm * Math.cos(angle) - yMm * Math.sin(angle)) * k,
      y: (xMm * Math.sin(angle) + yMm * Math.cos(angle)) * k,
    });
    const lineRegions = side.elements
      .filter((element) => element.kind === 'mrz-line')
      .map(
        ({ box: { x, y, width, height } }) =>
          [turned(x, y), turned(x + width, y), turned(x + width, y + height), turned(x, y + height)] as const,
      );
    const quad = documentAroundZone({ format: mrz.format, lines: mrz.lines, lineRegions });
    const [width, height] = [side.pixels.width / k, side.pixels.height / k];
    const corners = [turned(0, 0), turned(width, 0), turned(width, height), turned(0, height)];
    for (const [i, corner] of quad.entries()) {
      const expected = corners[i];
      if (!expected) throw new Error('a document has four corners');
      expect(Math.hypot(corner.x - expected.x, corner.y - expected.y) / k).toBeLessThan(TOLERANCE_MM);
    }
  },
);
