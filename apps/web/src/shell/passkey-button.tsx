import { Notice } from '@vidimus/ui';
import { useEffect, useState } from 'react';
import type { PasskeyOutcome } from './passkey-ceremony.ts';
import { useTexts } from './texts.tsx';

/** Starts something with a passkey, says why it did not work, and calls `onDone` when it did. Without script it says so. */
export function PasskeyButton(props: {
  /** Whose words: a member is also told the server's own, which are English. */
  readonly area: 'account' | 'desk';
  readonly label: string;
  readonly act: () => Promise<PasskeyOutcome>;
  readonly onDone: () => void;
  readonly quiet?: boolean;
}) {
  const { area, label, act, onDone, quiet = false } = props;
  const t = useTexts(area);
  const [isBusy, setBusy] = useState(false);
  const [outcome, setOutcome] = useState<PasskeyOutcome>();
  const [isReady, setReady] = useState(false);
  useEffect(() => setReady(true), []);
  const press = async () => {
    setBusy(true);
    setOutcome(undefined);
    const done = await act();
    setBusy(false);
    setOutcome(done);
    if (done.ok) onDone();
  };
  return (
    <div className="flex flex-col gap-3">
      <button
        type="button"
        className={quiet ? 'button button-quiet' : 'button'}
        disabled={!isReady || isBusy}
        onClick={() => void press()}
      >
        <KeyDrawing />
        {isBusy ? t('passkey_waiting') : label}
      </button>
      <noscript>
        <p className="text-sm text-ink-soft">{t('passkey_needs_script')}</p>
      </noscript>
      <div role="status">
        {outcome === undefined || outcome.ok ? null : (
          <Notice kind="care">
            <p>{t(`passkey_${outcome.why}`)}</p>
            {area === 'account' || outcome.detail === undefined ? null : <p className="text-sm">{outcome.detail}</p>}
          </Notice>
        )}
      </div>
    </div>
  );
}

function KeyDrawing() {
  return (
    <svg
      aria-hidden="true"
      width="20"
      height="20"
      viewBox="0 0 20 20"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.8"
    >
      <circle cx="6.5" cy="7.5" r="4" />
      <path d="M9.5 10.5l7 7M13 14l2-2M15.5 16.5l2-2" strokeLinecap="round" />
    </svg>
  );
}
