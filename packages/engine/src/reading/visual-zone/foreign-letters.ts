/** What no Latin name looks like: letters of other scripts come out of the recogniser as Latin ones of mixed case, as Greek or as Chinese. */
export const FOREIGN = /\p{Script=Han}|\p{Script=Greek}|\p{Lu}{2,}\p{Ll}|(?:^|\s)\p{Ll}{1,2}\p{Lu}{2,}/u;

/** Georgian's round letters come out as 3, 0, 6 and small letters: `303obnd3omo`. */
export function looksGeorgian(text: string): boolean {
  return /^[0-9abdeghmnoqsuy\s]{4,}$/.test(text) && /[036godb]{2}/.test(text);
}
