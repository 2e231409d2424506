import type { CheckedDocument, PagePicture } from '@vidimus/engine';
import type { Result } from '@vidimus/engine/standards';
import type { CheckReport } from '@vidimus/vocabulary';
import type { CannotRun } from './cannot-run.ts';
import type { OpenEngine } from './open-engine.ts';
import { writeFileAtomically } from './write-file-atomically.ts';

/** It holds a person's data: only its owner may read it. */
const OWNER_ONLY = 0o600;

/** Writes one HTML file that explains a verdict and needs nothing else: photos with findings, pages, fields, checks, stages. */
export async function writeExplanation(
  path: string,
  checked: CheckedDocument,
  report: CheckReport,
  { engine, identity }: OpenEngine,
): Promise<Result<string, CannotRun>> {
  const { encodeJpeg } = await import('@vidimus/engine/node');
  const photos = new Map<string, Uint8Array>();
  for (const [mediaId, image] of checked.reading.previews) photos.set(mediaId, await encodeJpeg(image));
  const pages: PagePicture[] = [];
  for (const { image, ...view } of engine.viewPages(checked.subject.photos)) {
    pages.push({ ...view, width: image.width, height: image.height, jpeg: await encodeJpeg(image) });
  }
  const read = engine.buildReadReport(checked.reading, report.as_of, { engine: identity });
  return writeFileAtomically(path, engine.renderHtml({ check: report, read, photos, pages }), OWNER_ONLY);
}
