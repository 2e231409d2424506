/** One stream of server-sent events (WHATWG HTML §9.2), as bytes. */

export type StreamedEvent = { readonly id: string; readonly data: unknown };

const RETRY_MS = 2000;
/** Somebody who does not read what comes has gone, or means no good. */
const MOST_UNREAD = 32;
const encoder = new TextEncoder();

export class EventStream {
  readonly readable: ReadableStream<Uint8Array>;
  readonly startedMs: number;
  #controller: ReadableStreamDefaultController<Uint8Array> | undefined;
  #saidMs: number;
  readonly #onEnd: () => void;
  readonly #elapsedMs: () => number;

  /** `onEnd`: once, whoever ended it. `elapsedMs`: monotonic. */
  constructor(onEnd: () => void, elapsedMs: () => number) {
    this.#onEnd = onEnd;
    this.#elapsedMs = elapsedMs;
    this.startedMs = elapsedMs();
    this.#saidMs = this.startedMs;
    this.readable = new ReadableStream<Uint8Array>(
      {
        start: (controller) => {
          this.#controller = controller;
        },
        cancel: () => this.#ended(),
      },
      { highWaterMark: MOST_UNREAD },
    );
    this.#say(`retry: ${RETRY_MS}\n\n`);
  }

  /** How long nothing was said. */
  get silentMs(): number {
    return this.#elapsedMs() - this.#saidMs;
  }

  send({ id, data }: StreamedEvent): void {
    this.#say(`id: ${id}\ndata: ${JSON.stringify(data)}\n\n`);
  }

  /** A comment, so that whatever lies in between does not take the connection for dead. */
  beat(): void {
    this.#say(':\n\n');
  }

  end(): void {
    const controller = this.#controller;
    if (controller === undefined) return;
    this.#ended();
    controller.close();
  }

  #say(text: string): void {
    if (this.#controller === undefined) return;
    this.#controller.enqueue(encoder.encode(text));
    this.#saidMs = this.#elapsedMs();
    if ((this.#controller.desiredSize ?? 0) <= 0) this.end();
  }

  #ended(): void {
    if (this.#controller === undefined) return;
    this.#controller = undefined;
    this.#onEnd();
  }
}
