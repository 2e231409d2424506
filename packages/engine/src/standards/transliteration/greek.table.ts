import { type LetterTable, lettersOf, mergeLetters } from './letter-table.ts';

/**
 * Doc 9303-3 has no table for Greek. Source: ELOT 743 (1982, type 2 transcription) = ISO 843:1997, which Greek passports and
 * Cypriot identity cards apply. Accents are left away before the look-up.
 */
const ELOT = lettersOf(
  'national:GRC',
  `Α A, Β V, Γ G, Δ D, Ε E, Ζ Z, Η I, Θ TH, Ι I, Κ K, Λ L, Μ M, Ν N, Ξ X, Ο O, Π P, Ρ R, Σ S, Τ T, Υ Y, Φ F, Χ CH
   Ψ PS, Ω O, ΟΥ OU, ΑΥ AV AF, ΕΥ EV EF, ΗΥ IV IF, ΓΓ NG, ΓΞ NX, ΓΧ NCH, ΜΠ MP B, ^ΜΠ B, ΝΤ NT, ΓΚ GK`,
);

/** ISO 843 type 1 and how people write their names abroad. */
const USAGE = lettersOf(
  'usage',
  `Β B, Γ GH Y, Δ DH, Η E H, Υ I U, Φ PH, Χ H KH X, Ξ KS, ΟΥ U, ΑΥ AU, ΕΥ EU, ΜΠ MB, ΝΤ D ND, ^ΝΤ D, ΓΚ G NG, ^ΓΚ G, ΓΓ GG
   ΤΖ TZ J, ΑΙ AI E AE, ΟΙ OI I E, ΕΙ EI I`,
);

export const GREEK: LetterTable = {
  script: 'Grek',
  source: 'ELOT 743 / ISO 843',
  letters: mergeLetters(ELOT, USAGE),
  byState: new Map(),
  vowelsNotWritten: false,
};
