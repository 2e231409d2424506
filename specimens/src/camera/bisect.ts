const STEPS = 22;

/** The least number between `low` and `high` for which `isEnough` holds, where it holds from some number on; else `high`. */
export function bisect(low: number, high: number, isEnough: (value: number) => boolean): number {
  let [below, above] = [low, high];
  for (let step = 0; step < STEPS; step++) {
    const middle = (below + above) / 2;
    if (isEnough(middle)) above = middle;
    else below = middle;
  }
  return above;
}
