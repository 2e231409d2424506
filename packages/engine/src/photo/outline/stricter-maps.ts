import type { OutlineMaps } from './outline-maps.ts';

/**
 * The maps of a network that is less easily convinced of a document, by so many natural logarithms of odds: where it takes a paper
 * underneath or a shadow for the document it is less sure than on the document itself.
 */
export function stricterMaps(maps: OutlineMaps, logOdds: number): OutlineMaps {
  const odds = Math.exp(logOdds);
  return { ...maps, document: maps.document.map((p) => p / (p + odds * (1 - p))) };
}
