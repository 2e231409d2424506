import { useCallback, useEffect, useState } from 'react';

/** A choice that holds for this visit; a browser that keeps nothing (a frame without storage) starts from the first again. */
export function useRememberedChoice(name: string, first: boolean): readonly [boolean, (choice: boolean) => void] {
  const [choice, setChoice] = useState(first);
  useEffect(() => {
    const kept = storage()?.getItem(name);
    if (kept === 'yes' || kept === 'no') setChoice(kept === 'yes');
  }, [name]);
  const choose = useCallback(
    (chosen: boolean) => {
      setChoice(chosen);
      storage()?.setItem(name, chosen ? 'yes' : 'no');
    },
    [name],
  );
  return [choice, choose];
}

function storage(): Storage | null {
  try {
    return globalThis.sessionStorage;
  } catch (error) {
    if (error instanceof DOMException) return null;
    throw error;
  }
}
