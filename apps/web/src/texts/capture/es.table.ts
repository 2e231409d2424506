import type { Messages } from '../areas.ts';
import { captureEn } from './en.table.ts';

/** Taking the photograph: guidance, troubles of the camera, going on with the phone, in Spanish. */
export const captureEs: Messages<'capture'> = { ...captureEn };
