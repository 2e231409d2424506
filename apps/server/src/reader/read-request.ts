/** What is asked of the reading process, and what it answers. Both go through a pipe between two processes of ours. */
import type { CheckRequest } from '@vidimus/engine';
import { checkReportSchema, type DocumentSide, type Locale, WHY_NOT_USABLE } from '@vidimus/vocabulary';
import { z } from 'zod';

/** Photographs of one document, and what is asked about it. */
export type ReadRequest = CheckRequest & {
  readonly files: readonly { readonly bytes: Uint8Array; readonly side?: DocumentSide }[];
  /** Of the sentences in the report. */
  readonly locale: Locale;
  /** By when a person answers, an ISO day or moment, should one have to. */
  readonly by?: string;
};

/** A picture that is no document, to be drawn anew: at most so many pixels on its longer edge. */
export type DrawRequest = { readonly draw: Uint8Array; readonly mostPx: number };

const bytes = z.custom<Uint8Array>((value) => value instanceof Uint8Array);
/** As PNG, without anything of the file but its pixels, and what the file was; or why there is none. */
const drawAnswerSchema = z.discriminatedUnion('ok', [
  z.strictObject({
    ok: z.literal(true),
    mediaType: z.string(),
    png: bytes,
    width: z.int().positive(),
    height: z.int().positive(),
  }),
  z.strictObject({ ok: z.literal(false), why: z.enum(WHY_NOT_USABLE) }),
]);
export type DrawAnswer = z.infer<typeof drawAnswerSchema>;

const readAnswerSchema = z.strictObject({
  report: checkReportSchema,
  /** A small JPEG of each photo that could be opened, drawn anew from its pixels: nothing of the file's metadata is in it. */
  previews: z.array(z.strictObject({ mediaId: z.string(), jpeg: bytes })),
});
export type ReadAnswer = z.infer<typeof readAnswerSchema>;

/** Why there is no report. None of them says anything about the photographs: all are our own fault. */
export type ReaderFailure =
  /** `how`: the signal or exit status. */
  | { readonly code: 'reader.died'; readonly how: string }
  | { readonly code: 'reader.too-slow'; readonly limitMs: number }
  /** The caller's signal, or the server's end. */
  | { readonly code: 'reader.stopped' }
  /** As many as are allowed to wait are waiting. */
  | { readonly code: 'reader.busy'; readonly waiting: number };

/** From the child: that it listens, or the answer to the one request it has. */
export const readerReplySchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('ready') }),
  z.strictObject({ kind: z.literal('answer'), answer: readAnswerSchema, residentMb: z.number() }),
  z.strictObject({ kind: z.literal('drawn'), answer: drawAnswerSchema, residentMb: z.number() }),
]);
export type ReaderReply = z.infer<typeof readerReplySchema>;

/** The child's one argument, as JSON. */
export const readerSettingsSchema = z.strictObject({ threads: z.number().int().positive() });
export type ReaderSettings = z.infer<typeof readerSettingsSchema>;
