/** The path of a photo of which nothing but the machine-readable zone is wanted. */
import { locatePages, type RgbImage } from './photo/index.ts';
import type { EnginePorts } from './ports.ts';
import { type MrzNotRead, type MrzReading, readMrz, readMrzOfPhoto } from './reading/index.ts';

export type MrzOptions = {
  /** The day that "today" means, `YYYY-MM-DD`: settles the century of two-digit years. */
  readonly asOf: string;
  /** For finding the document, and for reading each page of it; what is not found by then is not looked for any longer. */
  readonly budgetMs: number;
};

/**
 * Reads the zone of one upright picture: in the picture as it is, and where none is found there, on each document whose outline is
 * seen, straightened. Runs no other network than those that find a document and read its zone. Places are in pixels of the picture.
 */
export async function readMrzOfPicture(
  image: RgbImage,
  ports: Pick<EnginePorts, 'infer' | 'now'>,
  options: MrzOptions,
): Promise<MrzReading | MrzNotRead> {
  const began = ports.now();
  const zone = await readMrzOfPhoto(image, ports, options);
  if ('lines' in zone) return zone;
  const tried = [...zone.tried];
  let { rejected } = zone;
  const { pages, noPage } = await locatePages(image, ports, { budgetMs: options.budgetMs, allowWholeFrame: false });
  tried.push(...(noPage?.tried ?? []));
  for (const page of pages) {
    const onPage = await readMrz(page, ports, options);
    if ('lines' in onPage) return onPage;
    tried.push(...onPage.tried);
    rejected ??= onPage.rejected;
  }
  return { tried, elapsedMs: ports.now() - began, ...(rejected === undefined ? {} : { rejected }) };
}
