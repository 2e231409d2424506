/** A line of print as read. Empty text: nothing was recognised. */
export type RecognisedLine = {
  readonly text: string;
  /** Mean over its characters, 0–1; 0 for an empty line. */
  readonly confidence: number;
  readonly characters: readonly RecognisedCharacter[];
  /** The time was up before the line's turn. */
  readonly notLookedAt?: true;
};

export type RecognisedCharacter = {
  readonly character: string;
  /** How likely it is this one, 0–1; 0 for a word of another script. */
  readonly confidence: number;
  /** Middle of the character along the line, 0 (left end of the quad) to 1. */
  readonly at: number;
};
