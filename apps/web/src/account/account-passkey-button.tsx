import { Notice } from '@vidimus/ui';
import { useEffect, useState } from 'react';
import type { PasskeyOutcome } from '../shell/passkey-ceremony.ts';
import { useTexts } from '../shell/texts.tsx';

/** Starts something with a passkey, says why it did not work, and calls `onDone` when it did. Without script it says so. */
export function AccountPasskeyButton(props: {
  readonly label: string;
  readonly act: () => Promise<PasskeyOutcome>;
  readonly onDone: () => void;
  readonly quiet?: boolean;
}) {
  const { label, act, onDone, quiet = false } = props;
  const t = useTexts('account');
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
        {isBusy ? t('passkey_waiting') : label}
      </button>
      <noscript>
        <p className="text-sm text-ink-soft">{t('passkey_needs_script')}</p>
      </noscript>
      <div role="status">
        {outcome === undefined || outcome.ok ? null : (
          <Notice kind="care">
            <p>{t(`passkey_${outcome.why}`)}</p>
          </Notice>
        )}
      </div>
    </div>
  );
}
