/** Taking the photograph: guidance, troubles of the camera, going on with the phone, in English: the measure of the other languages. */
export const captureEn = {} as const;
