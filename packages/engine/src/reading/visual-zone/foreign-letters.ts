/** What no Latin name looks like: a word told to be of another script (`OTHER_SCRIPT`), or its letters read as Latin ones of mixed case. */
export const FOREIGN = /\uFFFD|\p{Lu}{2,}\p{Ll}|(?:^|\s)\p{Ll}{1,2}\p{Lu}{2,}/u;
