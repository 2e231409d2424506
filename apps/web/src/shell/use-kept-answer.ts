import { useEffect, useState } from 'react';
import { useNavigation } from 'react-router';

/**
 * What was answered to the last form, until the next one is sent: a page that is loaded again by itself forgets it, and with it the
 * word that a code was wrong.
 */
export function useKeptAnswer<Answer>(answer: Answer | undefined): Answer | undefined {
  const isSending = useNavigation().formMethod !== undefined;
  const [kept, setKept] = useState<Answer>();
  useEffect(() => {
    if (isSending) setKept(undefined);
  }, [isSending]);
  useEffect(() => {
    if (answer !== undefined) setKept(() => answer);
  }, [answer]);
  return answer ?? kept;
}
