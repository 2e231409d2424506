import { expect, test } from 'vitest';
import { MAP_SIDE, type OutlineMaps } from './outline-maps.ts';
import { stricterMaps } from './stricter-maps.ts';

test('what is likely but not sure falls under one half, certainty and all other maps stay', () => {
  const document = new Float32Array(MAP_SIDE * MAP_SIDE);
  document.set([1, 0.99, 0.8, 0.5, 0]);
  const other = new Float32Array(MAP_SIDE * MAP_SIDE);
  const place = { cellsPerPixel: 1, left: 0, top: 0, width: MAP_SIDE, height: MAP_SIDE };
  const maps: OutlineMaps = { document, covered: other, border: other, cos: other, sin: other, ...place };
  const stricter = stricterMaps(maps, 2);
  const [sure, nearlySure, likely, even, none] = stricter.document;
  expect([sure, none]).toEqual([1, 0]);
  expect(nearlySure).toBeGreaterThan(0.9);
  expect(likely).toBeLessThan(0.5);
  expect(even).toBeCloseTo(1 / (1 + Math.exp(2)), 5);
  expect({ ...stricter, document }).toEqual(maps);
});
