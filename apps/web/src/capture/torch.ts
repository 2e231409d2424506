/** The lamp beside a phone's camera. Image Capture (W3C) §8; TypeScript's own types do not have it. */

/** Whether there is one that can be switched. */
export function hasTorch(track: MediaStreamTrack): boolean {
  if (!('getCapabilities' in track)) return false;
  const capabilities = track.getCapabilities();
  return 'torch' in capabilities && capabilities.torch === true;
}

/** Switches it; false where it did not obey. */
export async function switchTorch(track: MediaStreamTrack, on: boolean): Promise<boolean> {
  const wish: MediaTrackConstraintSet & { readonly torch: boolean } = { torch: on };
  try {
    await track.applyConstraints({ advanced: [wish] });
    return true;
  } catch (error) {
    if (error instanceof Error) return false;
    throw error;
  }
}
