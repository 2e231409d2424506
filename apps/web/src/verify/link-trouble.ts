/**
 * Why a link shows no verification: none belongs to it, its data were erased, it was for a short while, we have too much to do, or
 * this is another device, which the first one lets in by its number.
 */
export type LinkTrouble = 'unknown' | 'erased' | 'ran_out' | 'busy' | 'waits';
