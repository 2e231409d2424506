import { useEffect, useState } from 'react';
import { useTexts } from '../../shell/texts.tsx';

/** Something to be taken elsewhere as it stands: a secret, a command. With script there is a button that copies it. */
export function CopiedText({ text, label }: { readonly text: string; readonly label: string }) {
  const t = useTexts('operate');
  const [state, setState] = useState<'none' | 'ready' | 'copied'>('none');
  useEffect(() => setState('clipboard' in navigator ? 'ready' : 'none'), []);
  return (
    <div className="flex min-w-0 flex-col gap-2">
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a part that scrolls must be reached by keyboard (WCAG 2.1.1). */}
      <section tabIndex={0} aria-label={label} className="overflow-x-auto rounded-control bg-sunken p-3 text-sm">
        <pre dir="ltr">
          <code>{text}</code>
        </pre>
      </section>
      {state === 'none' ? null : (
        <p className="flex items-center gap-3">
          <button
            type="button"
            className="button button-quiet"
            onClick={() => void navigator.clipboard.writeText(text).then(() => setState('copied'))}
          >
            {t('copy')}
          </button>
          <span role="status">{state === 'copied' ? t('copied') : ''}</span>
        </p>
      )}
    </div>
  );
}
