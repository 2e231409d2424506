/** How plain English sentences are: the same measure as that of the reasons' sentences in packages/vocabulary; a colon ends a sentence, too. */

/** Flesch–Kincaid grade with a plain syllable count: vowel groups, a silent last e left out. */
export function readingGrade(text: string): number {
  const sentences = text.split(/[.!?:]+(?:\s|$)/).filter((part) => part.trim() !== '').length;
  const words = text.match(/[A-Za-z’'-]+/g) ?? [];
  const syllables = words.reduce((sum, word) => {
    const groups =
      word
        .toLowerCase()
        .replace(/e$/, '')
        .match(/[aeiouy]+/g) ?? [];
    return sum + Math.max(1, groups.length);
  }, 0);
  return 0.39 * (words.length / sentences) + 11.8 * (syllables / words.length) - 15.59;
}
