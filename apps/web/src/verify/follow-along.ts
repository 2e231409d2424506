import { useEffect } from 'react';
import { useRevalidator } from 'react-router';

const FIRST_MS = 300;
const GROWTH = 1.5;

/** While something is awaited the page asks again: at once and then ever more slowly, never while nobody sees it. */
export function useFollowAlong(isAwaited: boolean, slowestMs = 3000): void {
  const { revalidate } = useRevalidator();
  useEffect(() => {
    if (!isAwaited) return;
    let waitMs = FIRST_MS;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const ask = async () => {
      // A page that could not be asked for keeps what it shows; the next one may come.
      await revalidate().catch(() => undefined);
      plan();
    };
    const plan = () => {
      if (document.hidden) return;
      clearTimeout(timer);
      timer = setTimeout(ask, waitMs);
      waitMs = Math.min(waitMs * GROWTH, slowestMs);
    };
    const onSeen = () => {
      waitMs = FIRST_MS;
      plan();
    };
    plan();
    document.addEventListener('visibilitychange', onSeen);
    return () => {
      clearTimeout(timer);
      document.removeEventListener('visibilitychange', onSeen);
    };
  }, [isAwaited, slowestMs, revalidate]);
}
