import { useEffect, useState } from 'react';

const TICK_MS = 1000;

/**
 * The time of the server, in milliseconds, a second at a time. `told`: when what is shown was true there. The first one is that of the
 * page as it was sent, so that the browser begins with the same words; a clock of the browser's own that is wrong does no harm.
 */
export function useServerNow(told: string): number {
  const toldMs = Date.parse(told);
  const [nowMs, setNow] = useState(toldMs);
  useEffect(() => {
    const startMs = performance.now();
    const tick = () => setNow(toldMs + performance.now() - startMs);
    tick();
    const timer = setInterval(tick, TICK_MS);
    return () => clearInterval(timer);
  }, [toldMs]);
  return nowMs;
}
