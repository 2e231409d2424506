import type { Messages } from '../areas.ts';

/** Taking the photograph: guidance, troubles of the camera, going on with the phone, in Ukrainian. */
export const captureUk: Messages<'capture'> = {};
