/**
 * The reading process: the engine, without keys, database or network. It takes one request after another from its parent and
 * ends when the parent is gone. What it cannot do it does not explain: it ends, and the parent starts another.
 */
import { readFileSync } from 'node:fs';
import { buildCheckReport, checkDocument, type EngineIdentity, MODELS, type RgbImage } from '@vidimus/engine';
import { createNodePorts, drawPng, encodeJpeg } from '@vidimus/engine/node';
import { z } from 'zod';
import type { DrawAnswer, DrawRequest, ReadAnswer, ReaderReply, ReadRequest } from './read-request.ts';
import { readerSettingsSchema } from './read-request.ts';

/**
 * Longer than any stage takes, even on a busy machine: the same photographs are to get the same verdict. How long all may
 * take is the parent's to say.
 */
const READING_BUDGET_MS = 20_000;
/** Longest edge: a reviewer can judge a finding by it. */
const PREVIEW_PX = 1600;
const BYTES_PER_MB = 1e6;

const { threads } = readerSettingsSchema.parse(JSON.parse(process.argv[2] ?? '{}'));
const identity: EngineIdentity = {
  version: ownVersion(),
  models: Object.values(MODELS).map(({ name, version }) => ({ name, version })),
};
// Not `exit`: the models' runtime (onnxruntime-node 1.27) aborts a process that leaves while it loads a model.
process.once('disconnect', () => process.kill(process.pid, 'SIGKILL'));
const ports = await createNodePorts({ threads, decoders: 1 });

process.on('message', async (request: ReadRequest | DrawRequest) => {
  const residentMb = () => Math.round(process.memoryUsage.rss() / BYTES_PER_MB);
  if ('draw' in request) reply({ kind: 'drawn', answer: await draw(request), residentMb: residentMb() });
  else reply({ kind: 'answer', answer: await read(request), residentMb: residentMb() });
});
reply({ kind: 'ready' });

async function read({ files, locale, by, ...request }: ReadRequest): Promise<ReadAnswer> {
  const photos = files.map(({ bytes, side }) => ({ bytes, ...(side === undefined ? {} : { asked: side }) }));
  const options = { budgetMs: READING_BUDGET_MS, previewPx: PREVIEW_PX };
  const checked = await checkDocument(photos, request, ports, options);
  const report = buildCheckReport(checked, { engine: identity, locale, ...(by === undefined ? {} : { by }) });
  const previews = await Promise.all([...checked.reading.previews].map(drawPreview));
  return { report, previews };
}

async function draw({ draw: file, mostPx }: DrawRequest): Promise<DrawAnswer> {
  const decoded = await ports.decode(file);
  if (!decoded.ok) return { ok: false, why: decoded.error.why };
  const [first, ...rest] = decoded.value;
  if (first === undefined) return { ok: false, why: 'no_pages' };
  const drawn = await drawPng(first.image, mostPx);
  for (const picture of [first, ...rest]) picture.release?.();
  return { ok: true, mediaType: first.mediaType, ...drawn };
}

async function drawPreview([mediaId, image]: readonly [string, RgbImage]): Promise<ReadAnswer['previews'][number]> {
  return { mediaId, jpeg: await encodeJpeg(image) };
}

function reply(message: ReaderReply): void {
  process.send?.(message);
}

function ownVersion(): string {
  const text = readFileSync(new URL('../../package.json', import.meta.url), 'utf8');
  return z.object({ version: z.string() }).parse(JSON.parse(text)).version;
}
