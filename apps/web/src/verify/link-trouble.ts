/** Why a link shows no verification: none belongs to it, its data were erased, it was for a short while, or we have too much to do. */
export type LinkTrouble = 'unknown' | 'erased' | 'ran_out' | 'busy';
