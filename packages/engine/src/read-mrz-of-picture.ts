/** The path of a photo of which nothing but the machine-readable zone is wanted. */
import { locatePages, type RgbImage } from './photo/index.ts';
import type { EnginePorts } from './ports.ts';
import { type MrzNotRead, type MrzReading, readMrz } from './reading/index.ts';

export type MrzOptions = {
  /** The day that "today" means, `YYYY-MM-DD`: settles the century of two-digit years. */
  readonly asOf: string;
  /** For finding the document, and for reading each page of it; what is not found by then is not looked for any longer. */
  readonly budgetMs: number;
};

/**
 * Finds and reads the zone of one upright picture; of several documents in it the first that shows one. Runs no other network than
 * those that find the document and read the zone. Places are in pixels of the picture.
 */
export async function readMrzOfPicture(
  image: RgbImage,
  ports: Pick<EnginePorts, 'infer' | 'now'>,
  options: MrzOptions,
): Promise<MrzReading | MrzNotRead> {
  const began = ports.now();
  const { pages, noPage } = await locatePages(image, ports, { budgetMs: options.budgetMs });
  const tried = [...(noPage?.tried ?? [])];
  let rejected: MrzReading | undefined;
  for (const page of pages) {
    const zone = await readMrz(page, ports, options);
    if ('lines' in zone) return zone;
    tried.push(...zone.tried);
    rejected ??= zone.rejected;
  }
  return { tried, elapsedMs: ports.now() - began, ...(rejected === undefined ? {} : { rejected }) };
}
