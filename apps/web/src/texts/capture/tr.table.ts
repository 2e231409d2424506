import type { Messages } from '../areas.ts';
import { captureEn } from './en.table.ts';

/** Taking the photograph: guidance, troubles of the camera, going on with the phone, in Turkish. */
export const captureTr: Messages<'capture'> = { ...captureEn };
