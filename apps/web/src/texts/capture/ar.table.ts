import type { Messages } from '../areas.ts';

/** Taking the photograph: guidance, troubles of the camera, going on with the phone, in Arabic. */
export const captureAr: Messages<'capture'> = {};
