import type { OwnCode } from '@vidimus/sdk';
import { useEffect, useState } from 'react';
import { useFollowAlong } from '../verify/follow-along.ts';

/** For a page whose stream did not open. */
const SLOW_MS = 4000;

/**
 * The code as it stands, followed along: told by the server (`eventsUrl`, server-sent events of the code), or asked for again from time
 * to time where that is not possible. `loaded`: of the page's loader.
 */
export function useLiveCode(loaded: OwnCode, eventsUrl: string): OwnCode {
  const [told, tell] = useState(loaded);
  const [isStreaming, setStreaming] = useState(true);
  const view = told.now > loaded.now ? told : loaded;
  const isAwaited = view.state === 'waiting' || view.state === 'refused';
  useEffect(() => {
    if (!isAwaited) return;
    const source = new EventSource(eventsUrl);
    source.onmessage = ({ data }) => {
      const news: OwnCode = JSON.parse(data);
      tell(news);
    };
    // It opens itself again, but where it was refused.
    source.onerror = () => setStreaming(source.readyState !== EventSource.CLOSED);
    source.onopen = () => setStreaming(true);
    return () => source.close();
  }, [eventsUrl, isAwaited]);
  useFollowAlong(isAwaited && !isStreaming, SLOW_MS);
  return view;
}
