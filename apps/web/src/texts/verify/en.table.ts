/** The way of an applicant from the link to the outcome, in English: the measure of the other languages. */
export const verifyEn = {} as const;
