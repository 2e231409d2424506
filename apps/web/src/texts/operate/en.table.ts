/** The desk: policies, developers, numbers, audit, in English: the measure of the other languages. */
export const operateEn = {} as const;
