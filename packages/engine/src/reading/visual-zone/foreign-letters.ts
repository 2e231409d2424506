/** Letters of other scripts come out of the recogniser as Latin ones of mixed case, as Greek or as Chinese. */
export const FOREIGN = /\p{Script=Han}|\p{Script=Greek}|\p{Lu}{2,}\p{Ll}|(?:^|\s)\p{Ll}{1,2}\p{Lu}{2,}/u;
