/** A file name as it has to be typed into a shell (POSIX): in quotes where it holds more than plain characters. */
export function shellWord(text: string): string {
  return /^[\w./:@%+=,-]+$/.test(text) ? text : `'${text.replaceAll("'", String.raw`'\''`)}'`;
}
