/** Three significant digits: finer differences between two pictures of one document are noise. */
export function rounded(value: number): number {
  return Number(value.toPrecision(3));
}
