/** Capitals without marks; letters and digits only, as values are compared whatever stands between their characters. */
export function lettersAndDigits(text: string): string {
  return text
    .toUpperCase()
    .normalize('NFD')
    .replace(/[^\p{L}\p{N}]/gu, '');
}
