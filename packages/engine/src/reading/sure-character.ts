/** From this probability on a single character counts as seen. The recognisers' wrong characters lie mostly under it. */
export const SURE_CHARACTER = 0.85;
