/** JSON in which a name stands twice: readers disagree on which of the two counts, so that no signature may cover it (RFC 7493 §2.3). */

/** Whether any object of that JSON text, which parses, has two members of one name. */
export function hasRepeatedNames(json: string): boolean {
  // In text that parses, a string before a colon is a member's name, and nothing else is.
  const written = [...json.matchAll(/"(?:[^"\\]|\\.)*"(\s*:)?/gs)].filter(([, colon]) => colon !== undefined);
  return written.length !== countMembers(JSON.parse(json));
}

function countMembers(value: unknown): number {
  if (typeof value !== 'object' || value === null) return 0;
  const inside = Object.values(value).reduce<number>((sum, each) => sum + countMembers(each), 0);
  return inside + (Array.isArray(value) ? 0 : Object.keys(value).length);
}
