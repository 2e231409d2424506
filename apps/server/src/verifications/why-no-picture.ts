/** What is no picture at all is told while it is sent: it costs neither a try nor a wait. What only looks like one, the engine finds. */
import { sniffMediaType } from '@vidimus/engine/media-type';

export type NoPicture = {
  readonly code: 'media.not-a-picture';
  /** What it is instead, where the first bytes say so. */
  readonly observed: string;
};

/** Undefined for what begins as a picture that we take does. */
export function whyNoPicture(bytes: Uint8Array): NoPicture | undefined {
  if (bytes.byteLength === 0) return { code: 'media.not-a-picture', observed: 'nothing' };
  const sniffed = sniffMediaType(bytes);
  if (sniffed.kind === 'accepted') return undefined;
  const observed = sniffed.kind === 'known' ? `a file of the kind ${sniffed.name}` : 'something that is none of these';
  return { code: 'media.not-a-picture', observed };
}
