/** Sends a photograph, and does not give up when the line does. In the browser. */

export type Sent =
  | { readonly kind: 'arrived' }
  /** The code of the interface's problem; `problem.unknown` where what answered was none. */
  | { readonly kind: 'refused'; readonly code: string };

export type SendSteps = {
  /** Of what has left, 0–1. */
  readonly onProgress: (share: number) => void;
  /** The line is gone: it is tried again by itself. */
  readonly onWaiting: () => void;
};

/** What differs between the browser and a test. */
export type SendWorld = {
  /** Rejects where no answer came. */
  readonly put: (
    photo: Blob,
    onProgress: (share: number) => void,
  ) => Promise<{ readonly status: number; readonly code?: string }>;
  /** The latest photograph of this side that the server has; rejects where no answer came. */
  readonly latest: () => Promise<string | undefined>;
  /** A while, or until the line is back. */
  readonly pause: (ms: number) => Promise<void>;
};

const FIRST_PAUSE_MS = 1000;
const LONGEST_PAUSE_MS = 15_000;

/**
 * Ends when the server has the photograph, or refused it. After a dropped line the server is asked first whether it
 * arrived all the same: nothing is sent twice. `signal` ends it between two tries.
 */
export async function sendPhoto(photo: Blob, steps: SendSteps, world: SendWorld, signal: AbortSignal): Promise<Sent> {
  const before = await untilAnswered(() => world.latest(), steps, world, signal);
  for (let pauseMs = FIRST_PAUSE_MS; ; pauseMs = Math.min(pauseMs * 2, LONGEST_PAUSE_MS)) {
    signal.throwIfAborted();
    const answer = await world.put(photo, steps.onProgress).catch(() => undefined);
    if (answer !== undefined && answer.status < 300) return { kind: 'arrived' };
    if (answer !== undefined && !isTransient(answer.status)) {
      return { kind: 'refused', code: answer.code ?? 'problem.unknown' };
    }
    steps.onWaiting();
    await world.pause(pauseMs);
    const now = await untilAnswered(() => world.latest(), steps, world, signal);
    if (now !== before) return { kind: 'arrived' };
  }
}

/** Too many requests, or our trouble. */
function isTransient(status: number): boolean {
  return status === 408 || status === 429 || status >= 500;
}

async function untilAnswered<T>(
  ask: () => Promise<T>,
  steps: SendSteps,
  world: SendWorld,
  signal: AbortSignal,
): Promise<T> {
  for (let pauseMs = FIRST_PAUSE_MS; ; pauseMs = Math.min(pauseMs * 2, LONGEST_PAUSE_MS)) {
    signal.throwIfAborted();
    try {
      return await ask();
    } catch {
      // No answer: the line is gone, which the person is told.
      steps.onWaiting();
      await world.pause(pauseMs);
    }
  }
}
