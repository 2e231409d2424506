/** What stands at a place of a document that a stranger sent (RFC 6901). */

/** Undefined where nothing stands there. */
export function atPointer(document: unknown, pointer: string): unknown {
  return pointer
    .split('/')
    .slice(1)
    .map((part) => part.replaceAll('~1', '/').replaceAll('~0', '~'))
    .reduce<unknown>(step, document);
}

/** The word or number there, as text; undefined for anything else, and for what is longer than a code can be. */
export function wordAt(document: unknown, pointer: string, longest = 120): string | undefined {
  const found = atPointer(document, pointer);
  const word = typeof found === 'number' ? String(found) : found;
  return typeof word === 'string' && word !== '' && word.length <= longest ? word : undefined;
}

function step(value: unknown, key: string): unknown {
  if (typeof value !== 'object' || value === null) return undefined;
  return Object.getOwnPropertyDescriptor(value, key)?.value;
}
