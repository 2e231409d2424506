const LEVELS = 256;

/** The level that half of these reach; 0 of none. */
export function medianLevel(levels: Uint8Array): number {
  const histogram = new Uint32Array(LEVELS);
  // An iterator would make an object for each of some hundred thousand.
  for (let i = 0; i < levels.length; i++) {
    const level = levels[i] ?? 0;
    histogram[level] = (histogram[level] ?? 0) + 1;
  }
  let passed = 0;
  return histogram.findIndex((count) => {
    passed += count;
    return passed * 2 >= levels.length;
  });
}
