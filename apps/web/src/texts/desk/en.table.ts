/** The desk: signing in, the queue, one verification, in English: the measure of the other languages. */
export const deskEn = {} as const;
