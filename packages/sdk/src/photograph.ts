/** What can be uploaded, and how it becomes the body of a request. */

/**
 * A file of a form, bytes (a `Buffer` is one), or a stream. Of these a stream can be sent only once: a call that uploads one
 * is not tried again.
 */
export type Photograph =
  | Blob
  | Uint8Array<ArrayBuffer>
  | ArrayBuffer
  | ReadableStream<Uint8Array>
  | AsyncIterable<Uint8Array>;

export type UploadOptions = {
  /** `image/jpeg` and so on. Left out: that of the `Blob`, or else the server looks for itself. */
  readonly mediaType?: string;
};

type UploadBody = {
  readonly body: Blob | Uint8Array<ArrayBuffer> | ArrayBuffer | ReadableStream<Uint8Array>;
  readonly mediaType: string;
  readonly isStream: boolean;
};

/** The server takes it, and looks at the bytes anyway. */
const UNNAMED = 'application/octet-stream';

/** A photograph as `fetch` takes it. */
export function uploadBody(photograph: Photograph, mediaType: string | undefined): UploadBody {
  if (photograph instanceof Blob) {
    return { body: photograph, mediaType: mediaType ?? (photograph.type || UNNAMED), isStream: false };
  }
  const named = mediaType ?? UNNAMED;
  if (photograph instanceof Uint8Array || photograph instanceof ArrayBuffer) {
    return { body: photograph, mediaType: named, isStream: false };
  }
  return { body: streamOf(photograph), mediaType: named, isStream: true };
}

/** A stream of Node's is only an iterable; `ReadableStream.from` is not in every browser. */
function streamOf(chunks: ReadableStream<Uint8Array> | AsyncIterable<Uint8Array>): ReadableStream<Uint8Array> {
  if (chunks instanceof ReadableStream) return chunks;
  const iterator = chunks[Symbol.asyncIterator]();
  return new ReadableStream({
    pull: async (controller) => {
      const next = await iterator.next();
      if (next.done === true) controller.close();
      else controller.enqueue(next.value);
    },
    cancel: async () => {
      await iterator.return?.();
    },
  });
}
