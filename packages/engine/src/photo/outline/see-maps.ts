import type { EnginePorts } from '../../ports.ts';
import type { RgbImage } from '../pixels.ts';
import { type OutlineMaps, outlineInput, outlineMaps } from './outline-maps.ts';
import { BOTH_WAYS, meanOfViews, type Turns, turnedViews } from './turned-views.ts';

/** What the outline network sees in a picture, as the mean over these turns. */
export async function seeMaps(
  image: RgbImage,
  infer: EnginePorts['infer'],
  turns: Turns = BOTH_WAYS,
): Promise<OutlineMaps> {
  const { tensor, place } = outlineInput(image);
  const [output] = Object.values(await infer('document-outline', turnedViews(tensor, turns)));
  if (output === undefined) throw new Error('outline network gave no output');
  return outlineMaps(meanOfViews(output, turns), place);
}
