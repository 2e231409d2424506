import { useEffect, useRef } from 'react';
import { useTexts } from '../shell/texts.tsx';
import type { BrowserInUse } from './browser-in-use.ts';
import type { CameraTrouble } from './camera-trouble.ts';
import { mendingOf } from './trouble-steps.table.ts';
import { WhereToPressPicture } from './where-to-press-picture.tsx';

/** Why there is no picture, and how to mend it in this browser. The other ways stand below it, on the page. */
export function TroubleHelp(props: {
  readonly trouble: CameraTrouble;
  readonly browser: BrowserInUse;
  readonly onRetry: () => void;
}) {
  const { trouble, browser, onRetry } = props;
  const t = useTexts('capture');
  const heading = useRef<HTMLHeadingElement>(null);
  const { steps, where } = mendingOf(trouble, browser);
  const canRetry = steps.includes('step_try_again');
  // The camera's picture went away under the person's finger: whoever listens is taken to what there is instead.
  useEffect(() => heading.current?.focus(), []);
  return (
    <section className="box flex flex-col gap-4 p-5" data-trouble={trouble}>
      <h2 ref={heading} tabIndex={-1} className="text-lg font-semibold focus-visible:outline-none">
        {t(`trouble_${trouble}`)}
      </h2>
      <p>{t(`trouble_${trouble}_text`)}</p>
      <div className="flex flex-wrap items-start gap-5">
        {where === null ? null : (
          <WhereToPressPicture where={where} isPhone={browser.platform !== 'desktop'} title={t('where_picture')} />
        )}
        <ol className="flex min-w-56 flex-1 list-decimal flex-col gap-2 ps-6">
          {steps.map((step) => (
            <li key={step}>{t(step)}</li>
          ))}
        </ol>
      </div>
      {trouble === 'denied_by_frame' ? (
        <a className="button self-start" href={globalThis.location.href} target="_blank" rel="noreferrer">
          {t('own_tab')}
        </a>
      ) : null}
      {canRetry ? (
        <button type="button" className="button self-start" onClick={onRetry}>
          {t('try_again')}
        </button>
      ) : null}
    </section>
  );
}
