import type { RgbImage } from '../../photo/index.ts';
import type { EnginePorts } from '../../ports.ts';
import type { MrzNotRead, MrzReading } from '../document-reading.ts';
import type { ReadMrzOptions } from './read-mrz-of-page.ts';
import type { PlacedZone } from './read-place.ts';
import { findZoneInPicture } from './zone-in-picture.ts';
import { zoneReading } from './zone-reading.ts';

/**
 * Reads the machine-readable zone from the photo alone, wherever it stands and however it is turned: no outline of a document and
 * no detector of text is asked. Of several zones the plainest that can be read is told. Places are in pixels of the photo.
 */
export async function readMrzOfPhoto(
  photo: RgbImage,
  ports: Pick<EnginePorts, 'infer' | 'now'>,
  options: ReadMrzOptions,
): Promise<MrzReading | MrzNotRead> {
  const began = ports.now();
  const told = (placed: PlacedZone) => zoneReading(placed, ({ x, y }) => ({ x, y }), options.asOf);
  const { zone, rejected, tried } = await findZoneInPicture(photo, ports, options);
  if (zone) return told(zone);
  return { tried, elapsedMs: ports.now() - began, ...(rejected === null ? {} : { rejected: told(rejected) }) };
}
