/** How a photograph is called when it is saved: side and number, `front-2.jpg`. */
import type { StoredAttempt } from './stored-verification.ts';

const ENDINGS: Readonly<Record<string, string>> = {
  'image/jpeg': 'jpg',
  'image/png': 'png',
  'image/webp': 'webp',
  'image/heic': 'heic',
  'image/heif': 'heif',
  'application/pdf': 'pdf',
};

/** `attempts`: all of the verification, in order. */
export function photographName(attempts: readonly StoredAttempt[], mediaId: string): string {
  const step = attempts.find((each) => each.mediaId === mediaId)?.step;
  const ofStep = attempts.filter((each) => each.step === step && each.mediaId !== null);
  const at = ofStep.findIndex((each) => each.mediaId === mediaId);
  const side = step === 'document_back' ? 'back' : 'front';
  return `${side}-${at + 1}.${ENDINGS[ofStep[at]?.photo?.mediaType ?? ''] ?? 'bin'}`;
}
