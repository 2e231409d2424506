/** Two readings that are asked the same at the same time are one: whoever hands in while a photograph is being looked at waits for that. */
import type { ReadAnswer, ReadRequest } from './read-request.ts';

type Outcome<Refused> =
  | { readonly ok: true; readonly value: ReadAnswer }
  | { readonly ok: false; readonly error: Refused };
type Read<Refused> = (request: ReadRequest, signal: AbortSignal) => Promise<Outcome<Refused>>;

/**
 * `sameAs`: equal for readings that answer the same. What the first one cannot answer the second asks for itself: it may have been
 * interrupted for a reason of its own.
 */
export function shareReads<Refused>(
  read: Read<Refused>,
): (request: ReadRequest, signal: AbortSignal, sameAs: string) => Promise<Outcome<Refused>> {
  const underWay = new Map<string, Promise<Outcome<Refused>>>();
  return async (request, signal, sameAs) => {
    const shared = underWay.get(sameAs);
    if (shared !== undefined) {
      const outcome = await shared;
      if (outcome.ok) return outcome;
    }
    const own = read(request, signal);
    underWay.set(sameAs, own);
    try {
      return await own;
    } finally {
      if (underWay.get(sameAs) === own) underWay.delete(sameAs);
    }
  };
}
