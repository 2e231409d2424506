/** What a word across a document says of it: it is a model to show, or it no longer counts. */
export type MarkMeaning = 'specimen' | 'void';

export type Mark = {
  readonly word: string;
  readonly meaning: MarkMeaning;
  /** Level and no larger than the print it may be a name or a value: it counts only aslant or very large. */
  readonly onlyAcross: boolean;
};

const mark = (meaning: MarkMeaning, onlyAcross: boolean) => (words: string) =>
  words.split(' ').map((word): Mark => ({ word, meaning, onlyAcross }));
const SPECIMEN = mark('specimen', false);
/** Of these, people are called Sample, Muster, Örnek, Minta, Malli, Campione; MODELO and MUESTRA stand in forms. */
const SPECIMEN_OR_NAME = mark('specimen', true);
const VOID = mark('void', false);

/**
 * Words printed, stamped or perforated across documents that are none, or no longer. Specimens: what states write over those that
 * they publish (ICAO Doc 9303 and PRADO of the Council of the EU show them). Void: what offices stamp on those that they take back.
 * Cyrillic and Greek words serve once the recogniser of print knows the letters.
 */
export const MARKS: readonly Mark[] = [
  // English, French, Dutch, the Nordic countries; Spanish, Catalan, Portuguese, Romanian.
  ...SPECIMEN('SPECIMEN SPÉCIMEN ESPÉCIMEN ESPÈCIMEN ESPÉCIME SPECIMENUL FAC-SIMILE'),
  ...SPECIMEN_OR_NAME('SAMPLE MUESTRA MODELO AMOSTRA CAMPIONE'),
  // Polish, Czech and Slovak, Slovene, Croatian, Icelandic, Estonian, Latvian, Lithuanian.
  ...SPECIMEN('WZÓR VZOR VZOREC PRIMJERAK SÝNISHORN NÄIDIS PARAUGS PAVYZDYS'),
  // German, Hungarian, Finnish, Turkish, Croatian and Serbian.
  ...SPECIMEN_OR_NAME('MUSTER MINTA MALLI ÖRNEK UZORAK'),
  // Ukrainian; Russian and Bulgarian; Serbian; Greek.
  ...SPECIMEN('ЗРАЗОК ОБРАЗЕЦ УЗОРАК ΔΕΙΓΜΑ ΥΠΟΔΕΙΓΜΑ'),
  // English; French; Spanish and Portuguese; Italian.
  ...VOID('VOID CANCELLED CANCELED INVALID REVOKED ANNULÉ ANNULÉE ANULADO ANULADA CANCELADO ANNULLATO'),
  // German; Polish; Czech and Slovak; Turkish; Dutch.
  ...VOID('UNGÜLTIG ENTWERTET UNIEWAŻNIONO UNIEWAŻNIONY NEPLATNÝ NEPLATNÉ İPTAL ONGELDIG'),
  // Ukrainian; Russian; Bulgarian.
  ...VOID('НЕДІЙСНИЙ АНУЛЬОВАНО АННУЛИРОВАНО НЕВАЛИДЕН'),
];
