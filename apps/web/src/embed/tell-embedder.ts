import { useEffect } from 'react';
import { isElementMessage, type PageMessage } from './embed-message.ts';

/** Nothing more is asked of the person; what waits, waits elsewhere. */
const FINISHED = /^(approved|declined|in_review|cancelled)$/;

/**
 * Tells the site around this page, or the one that opened its window, how it stands. `embedder` is the one origin that may
 * hear it; null: nobody.
 */
export function useTellEmbedder(embedder: string | null, state: string | null): void {
  useEffect(() => {
    const listener = listenerOf();
    if (embedder === null || state === null || listener === null) return;
    const tell = (message: PageMessage) => listener.postMessage(message, embedder);
    const ready = () => tell({ type: 'vidimus', event: 'ready', state });
    const hear = ({ origin, source, data }: MessageEvent<unknown>) => {
      if (origin === embedder && source === listener && isElementMessage(data)) ready();
    };
    window.addEventListener('message', hear);
    ready();
    if (FINISHED.test(state)) tell({ type: 'vidimus', event: 'finished', state });
    const sized = new ResizeObserver(() =>
      tell({ type: 'vidimus', event: 'resized', state, height: document.body.scrollHeight }),
    );
    sized.observe(document.body);
    return () => {
      window.removeEventListener('message', hear);
      sized.disconnect();
    };
  }, [embedder, state]);
}

function listenerOf(): Window | null {
  if (window.parent !== window) return window.parent;
  const opener: Window | null = window.opener;
  return opener;
}
