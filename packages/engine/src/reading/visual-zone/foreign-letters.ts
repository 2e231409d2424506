/** What the recogniser says in place of a word in letters that are not Latin ones. */
export const OTHER_SCRIPT = '\uFFFD';

/** What no Latin name looks like: a word told to be of another script, or its letters read as Latin ones of mixed case. */
export const FOREIGN = /\uFFFD|\p{Lu}{2,}\p{Ll}|(?:^|\s)\p{Ll}{1,2}\p{Lu}{2,}/u;
