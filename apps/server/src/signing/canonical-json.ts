/** JSON in one form (RFC 8785), so that a signature over it survives being parsed and written again. */

/** Keys in order of their UTF-16 code units, no blanks; numbers and strings as ECMAScript writes them, which is what the RFC asks. */
export function canonicalJson(value: unknown): string {
  if (Array.isArray(value))
    return `[${value.map((each) => canonicalJson(each === undefined ? null : each)).join(',')}]`;
  if (typeof value === 'object' && value !== null) {
    const members = Object.entries(value)
      .filter(([, each]) => each !== undefined)
      .toSorted(([one], [other]) => (one < other ? -1 : 1))
      .map(([key, each]) => `${JSON.stringify(key)}:${canonicalJson(each)}`);
    return `{${members.join(',')}}`;
  }
  const text = JSON.stringify(value);
  if (text === undefined || (typeof value === 'number' && !Number.isFinite(value))) {
    throw new Error(`a ${typeof value} has no form in JSON`);
  }
  return text;
}
