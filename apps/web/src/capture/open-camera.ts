/** Turns the camera on. */
import { type CameraTrouble, troubleBefore, troubleOf } from './camera-trouble.ts';

type Opened =
  | { readonly ok: true; readonly stream: MediaStream }
  | { readonly ok: false; readonly trouble: CameraTrouble };

/** Wishes, none of which keeps a camera out: the one at the back, and as many pixels as a document's small print needs. */
const WISHES: MediaStreamConstraints = {
  audio: false,
  video: { facingMode: { ideal: 'environment' }, width: { ideal: 2560 }, height: { ideal: 1440 } },
};

/** Asks for the camera, and so the person for permission where it is not given yet. */
export async function openCamera(): Promise<Opened> {
  const trouble = troubleBefore({
    isSecureContext: globalThis.isSecureContext,
    hasMediaDevices: 'mediaDevices' in navigator && 'getUserMedia' in navigator.mediaDevices,
    isAllowedByFrame: isAllowedByFrame(),
  });
  if (trouble !== null) return { ok: false, trouble };
  try {
    return { ok: true, stream: await navigator.mediaDevices.getUserMedia(WISHES) };
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    return { ok: false, trouble: troubleOf(error, await cameraPermission()) };
  }
}

/** What the browser says of the permission; null where it does not say (Firefox before 130, Safari in places). */
export async function cameraPermission(): Promise<PermissionState | null> {
  try {
    return (await navigator.permissions.query({ name: 'camera' })).state;
  } catch (error) {
    if (error instanceof Error) return null;
    throw error;
  }
}

/** Chrome and Edge say it (Permissions Policy, still under its first name); elsewhere only asking tells. */
function isAllowedByFrame(): boolean {
  const policy: unknown = Reflect.get(document, 'featurePolicy');
  if (typeof policy !== 'object' || policy === null || !('allowsFeature' in policy)) return true;
  const { allowsFeature } = policy;
  return typeof allowsFeature !== 'function' || allowsFeature.call(policy, 'camera') !== false;
}
