/** Why there is no picture from the camera, told from what the browser says. */
import type { DeviceTrouble } from '@vidimus/protocol';

export type CameraTrouble =
  | 'denied_by_person'
  | 'denied_by_system'
  | 'denied_by_frame'
  | 'insecure_context'
  | 'no_camera'
  | 'in_use'
  | 'black_frames'
  | 'no_frames'
  | 'interface_missing'
  | 'other';

/** What there is before anything is asked. */
export type CameraSurroundings = {
  readonly isSecureContext: boolean;
  readonly hasMediaDevices: boolean;
  /** False in a frame whose page gave it no camera. */
  readonly isAllowedByFrame: boolean;
};

/** Names and messages of a DOMException (Media Capture and Streams §10.2, and what browsers add to it). */
export type CameraRefusal = { readonly name: string; readonly message: string };

/** What comes from the running track. */
export type TrackFacts = {
  readonly readyState: 'live' | 'ended';
  /** The system gives no picture, e.g. during a call. */
  readonly muted: boolean;
  readonly msWithoutFrame: number;
  /** How long every frame has been black; 0 after one that was not. */
  readonly msOfBlack: number;
};

/** A lens cap takes a moment to be noticed; so does a camera to give light. */
const BLACK_MS = 3000;
const FRAMELESS_MS = 6000;
/** Mean luma of a frame, 0–255, under which it counts as black: dusk has noise, a shutter or a cap has none. */
export const BLACK_LUMA = 3;

/** Before the camera is asked for. Null: it can be. */
export function troubleBefore(around: CameraSurroundings): CameraTrouble | null {
  if (!around.isSecureContext) return 'insecure_context';
  if (!around.hasMediaDevices) return 'interface_missing';
  if (!around.isAllowedByFrame) return 'denied_by_frame';
  return null;
}

/** When `getUserMedia` refused. `permission` is what the browser says of the camera afterwards, null where it says nothing. */
export function troubleOf(refusal: CameraRefusal, permission: PermissionState | null): CameraTrouble {
  switch (refusal.name) {
    case 'NotAllowedError':
    case 'PermissionDeniedError':
      // Chrome and Edge: "Permission denied by system". Whoever granted it to the page is refused by what lies below.
      return /system/i.test(refusal.message) || permission === 'granted' ? 'denied_by_system' : 'denied_by_person';
    case 'SecurityError':
      return 'denied_by_system';
    case 'NotFoundError':
    case 'DevicesNotFoundError':
    case 'OverconstrainedError':
      return 'no_camera';
    case 'NotReadableError':
    case 'TrackStartError':
    case 'AbortError':
      return 'in_use';
    case 'TypeError':
    case 'NotSupportedError':
      return 'interface_missing';
    default:
      return 'other';
  }
}

/** While it runs. Null: all is well. */
export function troubleWhile(track: TrackFacts): CameraTrouble | null {
  if (track.readyState === 'ended') return 'in_use';
  if (track.msOfBlack > BLACK_MS) return 'black_frames';
  if (track.msWithoutFrame > FRAMELESS_MS) return track.muted ? 'in_use' : 'no_frames';
  return null;
}

const CODES: Readonly<Record<CameraTrouble, DeviceTrouble['code']>> = {
  denied_by_person: 'camera_permission_denied',
  denied_by_system: 'camera_permission_denied',
  denied_by_frame: 'camera_permission_denied',
  insecure_context: 'browser_not_supported',
  interface_missing: 'browser_not_supported',
  no_camera: 'camera_unavailable',
  in_use: 'camera_unavailable',
  black_frames: 'camera_unavailable',
  no_frames: 'camera_unavailable',
  other: 'camera_unavailable',
};

/** As the interface is told. */
export function troubleReport(trouble: CameraTrouble): Pick<DeviceTrouble, 'code' | 'detail'> {
  return { code: CODES[trouble], detail: trouble === 'denied_by_frame' ? 'denied_by_system' : trouble };
}
