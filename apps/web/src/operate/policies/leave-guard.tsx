import { Dialog } from '@vidimus/ui/desk';
import { useEffect } from 'react';
import { useBlocker } from 'react-router';
import { useTexts } from '../../shell/texts.tsx';

/** Asks before unsaved changes are left; `mayGo` is asked at that moment, e.g. because they are being saved just then. */
export function LeaveGuard({ isUnsaved, mayGo }: { readonly isUnsaved: boolean; readonly mayGo: () => boolean }) {
  const t = useTexts('operate');
  const blocker = useBlocker(({ currentLocation: here, nextLocation: next }) => {
    return isUnsaved && !mayGo() && (here.pathname !== next.pathname || here.search !== next.search);
  });
  useEffect(() => {
    if (!isUnsaved) return;
    const hold = (event: BeforeUnloadEvent) => {
      if (!mayGo()) event.preventDefault();
    };
    window.addEventListener('beforeunload', hold);
    return () => window.removeEventListener('beforeunload', hold);
  }, [isUnsaved, mayGo]);
  return (
    <Dialog
      isOpen={blocker.state === 'blocked'}
      onOpenChange={(isOpen) => {
        if (!isOpen) blocker.reset?.();
      }}
      title={t('leave_title')}
      closeLabel={t('leave_stay')}
    >
      <p>{t('leave_text')}</p>
      <div className="flex flex-wrap gap-3">
        <button type="button" className="button" onClick={() => blocker.reset?.()}>
          {t('leave_stay')}
        </button>
        <button type="button" className="button button-bad" onClick={() => blocker.proceed?.()}>
          {t('leave_go')}
        </button>
      </div>
    </Dialog>
  );
}
