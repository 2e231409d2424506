/** The receipt: what was found, what happens next, appeal, in English: the measure of the other languages. */
export const receiptEn = {} as const;
