import { type ReactNode, useMemo, useState } from 'react';
import { useNavigate } from 'react-router';
import { useTexts } from '../../shell/texts.tsx';
import { DeskHelp } from './desk-help.tsx';
import { DeskNavigation } from './desk-navigation.tsx';
import { ModeSwitch } from './mode-switch.tsx';
import { PersonMenu } from './person-menu.tsx';
import { useShortcuts } from './shortcuts.tsx';

/** Beside the page on a wide screen; above it, folded, on a narrow one. Without script it folds all the same. */
export function DeskFrame({ children }: { readonly children: ReactNode }) {
  const t = useTexts('desk');
  const [isHelpOpen, setHelpOpen] = useState(false);
  const navigate = useNavigate();
  const shortcuts = useMemo(
    () => [
      { key: '?', label: t('help_open'), run: () => setHelpOpen(true) },
      { key: 'q', label: t('help_queue'), run: () => void navigate('/desk/queue') },
      { key: 'v', label: t('help_verifications'), run: () => void navigate('/desk/verifications') },
    ],
    [t, navigate],
  );
  useShortcuts(shortcuts);
  return (
    <div className="min-h-dvh lg:grid lg:grid-cols-[12rem_minmax(0,1fr)]">
      <a className="button fixed start-2 top-2 z-50 -translate-y-20 focus:translate-y-0" href="#content">
        {t('skip')}
      </a>
      <header className="border-line bg-surface max-lg:border-b lg:sticky lg:top-0 lg:flex lg:h-dvh lg:flex-col lg:overflow-y-auto lg:border-e">
        <details className="group lg:hidden">
          <summary className="flex min-h-14 cursor-pointer list-none items-center justify-between gap-3 px-4">
            <Brand />
            <span className="button button-quiet">{t('menu')}</span>
          </summary>
          <div className="flex flex-col gap-4 border-t border-line p-3">
            <DeskNavigation />
            <ModeSwitch />
            <PersonMenu onHelp={() => setHelpOpen(true)} />
          </div>
        </details>
        <div className="hidden lg:flex lg:flex-1 lg:flex-col lg:gap-4 lg:p-3">
          <Brand />
          <DeskNavigation />
          <div className="mt-auto flex flex-col gap-3">
            <ModeSwitch />
            <PersonMenu onHelp={() => setHelpOpen(true)} />
          </div>
        </div>
      </header>
      <main id="content" tabIndex={-1} className="min-w-0 px-4 py-4 outline-none lg:px-5">
        {children}
      </main>
      <DeskHelp isOpen={isHelpOpen} onOpenChange={setHelpOpen} />
    </div>
  );
}

function Brand() {
  return (
    <span className="flex items-center gap-2 px-2 text-lg font-semibold">
      <img src="/assets/icon.svg" alt="" width="26" height="26" />
      Vidimus
    </span>
  );
}
