import { useEffect, useState } from 'react';
import { useRevalidator } from 'react-router';
import { useFollowAlong } from '../verify/follow-along.ts';

/** For a page whose stream did not open. */
const SLOW_MS = 4000;

/**
 * While a code is awaited the page is loaded again each time that the server says that something happened (`eventsUrl`, server-sent
 * events), or from time to time where that is not possible. `madeFor`: another code is another stream.
 */
export function useToldCode(isAwaited: boolean, eventsUrl: string, madeFor: string): void {
  const { revalidate } = useRevalidator();
  const [isStreaming, setStreaming] = useState(true);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the address stays, what it tells of does not.
  useEffect(() => {
    if (!isAwaited) return;
    const source = new EventSource(eventsUrl);
    // What it holds is for a code's own page: here it is one step of several.
    source.onmessage = () => void revalidate().catch(() => undefined);
    // It opens itself again, but where it was refused.
    source.onerror = () => setStreaming(source.readyState !== EventSource.CLOSED);
    source.onopen = () => setStreaming(true);
    return () => source.close();
  }, [isAwaited, eventsUrl, madeFor, revalidate]);
  useFollowAlong(isAwaited && !isStreaming, SLOW_MS);
}
